package app.keepsake.vision.internal.portrait;

import app.keepsake.engine.EngineOptions;
import app.keepsake.media.RgbImage;
import app.keepsake.vision.Face;
import app.keepsake.vision.FacePortrait;
import app.keepsake.vision.FaceReader;
import app.keepsake.vision.internal.pixels.GreyPlane;
import app.keepsake.vision.internal.portrait.IdentityNetwork.Identity;
import app.keepsake.vision.internal.quality.BlurEstimate;

/** Finds a face's points, sets it upright by them, and asks the networks. */
public final class PortraitReader implements FaceReader {
    private final MeshNetwork meshes;
    private final IdentityNetwork identities;
    private final EyeNetwork eyes;
    private final ExpressionNetwork expressions;

    public PortraitReader(EngineOptions options) {
        meshes = new MeshNetwork(options);
        identities = new IdentityNetwork(options);
        eyes = new EyeNetwork(options);
        expressions = new ExpressionNetwork(options);
    }

    @Override
    public FacePortrait read(RgbImage image, Face face) {
        MeshNetwork.Found found = meshes.find(image, face);
        Mesh mesh = found.mesh();
        CutOut upright = CutOut.of(image, Alignment.of(mesh, IdentityNetwork.SIZE), IdentityNetwork.SIZE);
        Identity identity = identities.of(upright);
        return new FacePortrait(
                identity.vector(),
                Calibration.quality(
                        found.certainty(),
                        mesh.leftEye().distance(mesh.rightEye()),
                        sigma(upright),
                        identity.steadiness()),
                Calibration.smile(expressions.happiness(image, face, mesh.roll())),
                Calibration.eyesOpen(eyes.opening(image, mesh)));
    }

    /** Blur at the size that the network sees. */
    private static double sigma(CutOut upright) {
        return new BlurEstimate(new GreyPlane(upright.size(), upright.size(), upright.grey()))
                .sigma()
                .orElse(BlurEstimate.LIMIT);
    }

    @Override
    public String version() {
        return MODEL + " portrait 2";
    }

    @Override
    public void close() {
        meshes.close();
        identities.close();
        eyes.close();
        expressions.close();
    }
}
