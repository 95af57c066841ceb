package app.keepsake.operations.neighbours;

import java.util.List;

/**
 * What another program knows. Files are named as that program sees them: their folders may lie elsewhere on this
 * machine, so that only the ends of paths are compared.
 *
 * @param program its name
 * @param favourites files, some without an ending
 */
public record Neighbour(String program, List<NamedFace> faces, List<String> favourites) {
    public Neighbour {
        faces = List.copyOf(faces);
        favourites = List.copyOf(favourites);
    }

    /**
     * A face with a name.
     *
     * @param x left edge, in units of {@code imageWidth}; so are the others
     * @param imageWidth of the upright picture in which the box was drawn, 0 when it is the picture itself
     */
    public record NamedFace(
            String file,
            String name,
            double x,
            double y,
            double width,
            double height,
            double imageWidth,
            double imageHeight) {}
}
