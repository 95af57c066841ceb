package app.keepsake.film.internal.picture;

import app.keepsake.film.Mood.Look;
import app.keepsake.film.timeline.CameraMove;
import app.keepsake.film.timeline.FrameBox;
import app.keepsake.film.timeline.Stop;
import app.keepsake.media.RgbImage;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.awt.font.TextLayout;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.util.ArrayList;
import java.util.List;

/**
 * Draws the map that opens the film of a trip: countries in Mercator's projection, those that were visited brighter, and
 * the places, joined in the order of the trip. Only places that are given are named, where they are given.
 */
public final class MapPicture {
    /** The camera ends this much nearer than it began. */
    private static final double NEARER = 1.22;
    /** Where the places lie in the frame at the end, from the top: the title stands above them. */
    private static final double CENTRE = 0.6;
    /** The least that a map shows from top to bottom, in degrees of latitude: a coast that people know. */
    private static final double LEAST_DEGREES = 6.5;

    private static final double MOST_LATITUDE = 82;
    private static final Color SEA = new Color(0x22333F);
    private static final Color LAND = new Color(0x4E5F58);
    private static final Color VISITED = new Color(0x7F8D74);
    private static final Color BORDER = new Color(0x33423F);
    private static final Color COAST = new Color(0x9DAA98);
    private static final Color WAY = new Color(0xF2C879);
    private static final Color MARK = new Color(0xE8593B);

    private final List<Stop> route;
    private final int width;
    private final int height;
    private final double unit;
    private final Look look;
    private final List<Point2D> points = new ArrayList<>();

    /**
     * A map and how it is filmed.
     *
     * @param picture larger than the frame by as much as the camera comes nearer
     * @param move of the camera
     */
    public record Drawn(RgbImage picture, CameraMove move) {}

    private MapPicture(List<Stop> route, int frameWidth, int frameHeight, Look look) {
        this.route = route;
        this.width = (int) Math.round(frameWidth * NEARER);
        this.height = (int) Math.round(frameHeight * NEARER);
        this.unit = Math.min(frameHeight, frameWidth * 0.78);
        this.look = look;
    }

    /**
     * Draws the map of a route.
     *
     * @param route at least one place
     */
    public static Drawn draw(List<Stop> route, int frameWidth, int frameHeight, Look look) {
        return new MapPicture(route, frameWidth, frameHeight, look).draw();
    }

    private Drawn draw() {
        Outlines.Projection projection = projection();
        double longitude = route.getFirst().longitude();
        for (Stop stop : route) {
            // Across the date line the shorter way is shown.
            longitude += Math.IEEEremainder(stop.longitude() - longitude, 360);
            points.add(new Point2D.Double(projection.x(longitude), projection.y(stop.latitude())));
        }
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D g = image.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        g.setColor(SEA);
        g.fillRect(0, 0, width, height);
        countries(g, Outlines.read().shapes(projection, width, height));
        way(g);
        marks(g);
        g.dispose();
        RgbImage picture = rgb(image);
        new Grade(look).apply(picture);
        Point2D middle = middle();
        double size = 1 / NEARER;
        FrameBox to = new FrameBox(
                Math.clamp(middle.getX() / width - size / 2, 0, 1 - size),
                Math.clamp(middle.getY() / height - CENTRE * size, 0, 1 - size),
                size,
                size);
        return new Drawn(picture, new CameraMove(FrameBox.WHOLE, to, CameraMove.Easing.SOFT));
    }

    private Outlines.Projection projection() {
        double west = route.getFirst().longitude();
        double east = west;
        double along = west;
        double north = mercator(route.getFirst().latitude());
        double south = north;
        for (Stop stop : route) {
            along += Math.IEEEremainder(stop.longitude() - along, 360);
            west = Math.min(west, along);
            east = Math.max(east, along);
            north = Math.max(north, mercator(stop.latitude()));
            south = Math.min(south, mercator(stop.latitude()));
        }
        double middleLatitude =
                Math.toDegrees(2 * Math.atan(Math.exp(Math.toRadians((north + south) / 2))) - Math.PI / 2);
        double stretch = 1 / Math.cos(Math.toRadians(middleLatitude));
        double least = LEAST_DEGREES * stretch * NEARER;
        double down = Math.max(least, 2.6 * NEARER * (north - south));
        double across = Math.max(down * width / height, 1.9 * NEARER * (east - west));
        double scale = width / across;
        double x0 = (west + east) / 2;
        double y0 = (north + south) / 2;
        return new Outlines.Projection() {
            @Override
            public double x(double longitude) {
                return width / 2.0 + scale * (longitude - x0);
            }

            @Override
            public double y(double latitude) {
                return (0.5 + 0.8 * (CENTRE - 0.5)) * height - scale * (mercator(latitude) - y0);
            }
        };
    }

    /** Mercator's ordinate, in the degrees that it has at the equator. */
    private static double mercator(double latitude) {
        double phi = Math.toRadians(Math.clamp(latitude, -MOST_LATITUDE, MOST_LATITUDE));
        return Math.toDegrees(Math.log(Math.tan(Math.PI / 4 + phi / 2)));
    }

    private void countries(Graphics2D g, List<Path2D> countries) {
        for (Path2D country : countries) {
            g.setColor(points.stream().anyMatch(country::contains) ? VISITED : LAND);
            g.fill(country);
        }
        g.setStroke(new BasicStroke((float) (0.0022 * unit), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        g.setColor(BORDER);
        countries.forEach(g::draw);
        // The sea's side of each coast gets a thin light line: the land is drawn over its inner half.
        g.setColor(new Color(COAST.getRed(), COAST.getGreen(), COAST.getBlue(), 70));
        g.setStroke(new BasicStroke((float) (0.0012 * unit), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        countries.forEach(g::draw);
    }

    /** Gentle arcs from place to place. */
    private void way(Graphics2D g) {
        g.setColor(WAY);
        float dash = (float) (0.012 * unit);
        g.setStroke(new BasicStroke(
                (float) (0.0045 * unit),
                BasicStroke.CAP_ROUND,
                BasicStroke.JOIN_ROUND,
                1,
                new float[] {dash, 0.9f * dash},
                0));
        for (int i = 1; i < points.size(); i++) {
            Point2D a = points.get(i - 1);
            Point2D b = points.get(i);
            double dx = b.getX() - a.getX();
            double dy = b.getY() - a.getY();
            Path2D arc = new Path2D.Double();
            arc.moveTo(a.getX(), a.getY());
            double side = dx >= 0 ? 0.14 : -0.14;
            arc.quadTo(
                    (a.getX() + b.getX()) / 2 + side * dy, (a.getY() + b.getY()) / 2 - side * dx, b.getX(), b.getY());
            g.draw(arc);
        }
    }

    /** A mark for each place; names where they do not cover another name. */
    private void marks(Graphics2D g) {
        double radius = 0.0105 * unit;
        for (Point2D point : points) {
            g.setColor(new Color(0, 0, 0, 70));
            g.fill(disc(point, 1.7 * radius));
            g.setColor(Color.WHITE);
            g.fill(disc(point, 1.25 * radius));
            g.setColor(MARK);
            g.fill(disc(point, 0.9 * radius));
        }
        List<Rectangle2D> taken = new ArrayList<>();
        points.forEach(point -> taken.add(disc(point, 0.8 * radius).getBounds2D()));
        List<String> named = new ArrayList<>();
        for (int i = 0; i < points.size(); i++) {
            String name = route.get(i).name();
            if (!named.contains(name) && label(g, name, points.get(i), radius, taken)) {
                named.add(name);
            }
        }
    }

    private boolean label(Graphics2D g, String name, Point2D point, double radius, List<Rectangle2D> taken) {
        if (name.isBlank()) {
            return false;
        }
        double size = 0.038 * unit;
        Font font = Typefaces.get(look.textFont(), size, 0.02, name);
        Shape letters = new TextLayout(name, font, new FontRenderContext(null, true, true)).getOutline(null);
        Rectangle2D bounds = letters.getBounds2D();
        double gap = 2.2 * radius;
        double[][] places = {
            {point.getX() + gap, point.getY() + bounds.getHeight() / 2},
            {point.getX() - gap - bounds.getWidth(), point.getY() + bounds.getHeight() / 2},
            {point.getX() - bounds.getWidth() / 2, point.getY() - gap},
            {point.getX() - bounds.getWidth() / 2, point.getY() + gap + bounds.getHeight()},
        };
        for (double[] place : places) {
            Shape moved =
                    AffineTransform.getTranslateInstance(place[0], place[1]).createTransformedShape(letters);
            Rectangle2D needed = moved.getBounds2D();
            boolean inside =
                    new Rectangle2D.Double(0.04 * width, 0.04 * height, 0.92 * width, 0.92 * height).contains(needed);
            if (inside && taken.stream().noneMatch(needed::intersects)) {
                g.setStroke(new BasicStroke((float) (0.16 * size), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
                g.setColor(new Color(20, 28, 30, 150));
                g.draw(moved);
                g.setColor(Color.WHITE);
                g.fill(moved);
                taken.add(needed);
                return true;
            }
        }
        return false;
    }

    private static Shape disc(Point2D centre, double radius) {
        return new Ellipse2D.Double(centre.getX() - radius, centre.getY() - radius, 2 * radius, 2 * radius);
    }

    private Point2D middle() {
        Rectangle2D around = new Rectangle2D.Double(
                points.getFirst().getX(), points.getFirst().getY(), 0, 0);
        points.forEach(around::add);
        return new Point2D.Double(around.getCenterX(), around.getCenterY());
    }

    private static RgbImage rgb(BufferedImage image) {
        byte[] bgr = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
        byte[] rgb = new byte[bgr.length];
        for (int i = 0; i < bgr.length; i += 3) {
            rgb[i] = bgr[i + 2];
            rgb[i + 1] = bgr[i + 1];
            rgb[i + 2] = bgr[i];
        }
        return new RgbImage(image.getWidth(), image.getHeight(), rgb);
    }
}
