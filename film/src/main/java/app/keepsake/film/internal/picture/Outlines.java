package app.keepsake.film.internal.picture;

import java.awt.geom.Path2D;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Outlines of countries at a scale of 1 : 10 million, by Natural Earth (public domain), read from TopoJSON.
 *
 * @see <a href="https://github.com/topojson/topojson-specification">TopoJSON format specification</a>
 */
final class Outlines {
    private static final String FILE = "/app/keepsake/film/map/countries-10m.json";

    private static final int WHOLE_TURN = 360;
    private static final int HALF_TURN = 180;
    /** Nearer the pole, some projections have no place for a point. */
    private static final double SOUTH = -89.9;

    /** Where a point of the globe, in degrees, lies on a picture. */
    interface Projection {
        double x(double longitude);

        double y(double latitude);
    }

    private final List<double[]> arcs;
    private final List<List<int[]>> countries;

    private Outlines(List<double[]> arcs, List<List<int[]>> countries) {
        this.arcs = arcs;
        this.countries = countries;
    }

    static Outlines read() {
        try (InputStream file = Objects.requireNonNull(Outlines.class.getResourceAsStream(FILE), FILE)) {
            JsonNode topology = JsonMapper.shared().readTree(file);
            JsonNode transform = topology.get("transform");
            double[] scale = pair(transform.get("scale"));
            double[] origin = pair(transform.get("translate"));
            List<double[]> arcs = new ArrayList<>();
            for (JsonNode arc : topology.get("arcs")) {
                arcs.add(points(arc, scale, origin));
            }
            List<List<int[]>> countries = new ArrayList<>();
            for (JsonNode country : topology.get("objects").get("countries").get("geometries")) {
                countries.add(rings(country));
            }
            return new Outlines(arcs, countries);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static double[] pair(JsonNode node) {
        return new double[] {node.get(0).asDouble(), node.get(1).asDouble()};
    }

    /** Longitudes and latitudes in turn; the file holds differences in whole steps. */
    private static double[] points(JsonNode arc, double[] scale, double[] origin) {
        double[] result = new double[2 * arc.size()];
        long x = 0;
        long y = 0;
        for (int i = 0; i < arc.size(); i++) {
            x += arc.get(i).get(0).asLong();
            y += arc.get(i).get(1).asLong();
            result[2 * i] = x * scale[0] + origin[0];
            result[2 * i + 1] = y * scale[1] + origin[1];
        }
        return result;
    }

    private static List<int[]> rings(JsonNode geometry) {
        List<int[]> rings = new ArrayList<>();
        String type = geometry.get("type").asString();
        if (type.equals("Polygon")) {
            geometry.get("arcs").forEach(ring -> rings.add(numbers(ring)));
        } else if (type.equals("MultiPolygon")) {
            geometry.get("arcs").forEach(polygon -> polygon.forEach(ring -> rings.add(numbers(ring))));
        }
        return rings;
    }

    private static int[] numbers(JsonNode ring) {
        int[] result = new int[ring.size()];
        for (int i = 0; i < result.length; i++) {
            result[i] = ring.get(i).asInt();
        }
        return result;
    }

    /** Each country as a shape on a picture; those that lie nowhere near it have no points. */
    List<Path2D> shapes(Projection projection, double width, double height) {
        List<Path2D> result = new ArrayList<>();
        for (List<int[]> rings : countries) {
            Path2D shape = new Path2D.Double(Path2D.WIND_EVEN_ODD);
            for (int[] ring : rings) {
                for (int turn = -WHOLE_TURN; turn <= WHOLE_TURN; turn += WHOLE_TURN) {
                    Path2D one = ring(ring, projection, turn);
                    if (one.intersects(-width, -height, 3 * width, 3 * height)) {
                        shape.append(one, false);
                    }
                }
            }
            result.add(shape);
        }
        return result;
    }

    /** A ring that crosses the date line goes on beyond it; one that goes around the pole has its inner side there. */
    private Path2D ring(int[] ring, Projection projection, int turn) {
        Path2D path = new Path2D.Double();
        double first = 0;
        double longitude = 0;
        for (int index : ring) {
            double[] arc = arcs.get(index < 0 ? ~index : index);
            int count = arc.length / 2;
            for (int i = 0; i < count; i++) {
                int at = 2 * (index < 0 ? count - 1 - i : i);
                double next = arc[at] + turn;
                double y = projection.y(arc[at + 1]);
                if (path.getCurrentPoint() == null) {
                    first = next;
                    longitude = next;
                    path.moveTo(projection.x(longitude), y);
                } else if (i > 0) {
                    longitude = next - WHOLE_TURN * Math.rint((next - longitude) / WHOLE_TURN);
                    path.lineTo(projection.x(longitude), y);
                }
            }
        }
        if (path.getCurrentPoint() != null) {
            if (Math.abs(longitude - first) > HALF_TURN) {
                path.lineTo(projection.x(longitude), projection.y(SOUTH));
                path.lineTo(projection.x(first), projection.y(SOUTH));
            }
            path.closePath();
        }
        return path;
    }
}
