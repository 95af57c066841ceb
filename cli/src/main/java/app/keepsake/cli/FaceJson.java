package app.keepsake.cli;

import app.keepsake.vision.Face;
import java.util.LinkedHashMap;
import java.util.Map;

/** A face as programs are told of it: its box in pixels of the picture, and its score, 0 to 1. */
final class FaceJson {
    private FaceJson() {}

    static Map<String, Object> of(Face face) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("x", rounded(face.x(), 10));
        told.put("y", rounded(face.y(), 10));
        told.put("width", rounded(face.width(), 10));
        told.put("height", rounded(face.height(), 10));
        told.put("score", rounded(face.score(), 10_000));
        return told;
    }

    private static double rounded(double value, int parts) {
        return Math.round(value * parts) / (double) parts;
    }
}
