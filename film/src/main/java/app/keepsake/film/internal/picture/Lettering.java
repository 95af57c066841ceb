package app.keepsake.film.internal.picture;

import app.keepsake.film.Mood.Look;
import app.keepsake.film.timeline.FrameBox;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.awt.font.TextLayout;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Sets titles and captions. Letters are filled as outlines, which gives the same pixels on every machine. All text stays
 * inside the inner nine tenths of the frame.
 */
public final class Lettering {
    private static final double SAFE = 0.05;
    private static final FontRenderContext CONTEXT = new FontRenderContext(null, true, true);

    /** In parts of the unit. */
    private static final double CAPTION_SIZE = 0.042;

    private static final double CAPTION_TRACKING = 0.02;
    /** From line to line, in parts of the letters' size. */
    private static final double CAPTION_LEADING = 1.3;

    /** Which part of the picture is darker for words to be read. */
    private enum Shade {
        EVERYWHERE,
        BELOW,
        ABOVE
    }

    private final int width;
    private final int height;
    private final Look look;
    /** A length that text sizes are parts of: the frame's height, less in tall frames. */
    private final double unit;

    public Lettering(int width, int height, Look look) {
        this.width = width;
        this.height = height;
        this.look = look;
        this.unit = Math.min(height, width * 0.78);
    }

    /** A point of the frame, from the left and the top, each 0 to 1. */
    public record Spot(double x, double y) {
        public static final Spot MIDDLE = new Spot(0.5, 0.5);
    }

    /**
     * A title card over the opening shot.
     *
     * @param middle where its middle lies
     */
    public Overlay title(String title, String subtitle, Spot middle) {
        return overlay(titleLetters(title, subtitle, middle), 0, height, 0.34, Shade.EVERYWHERE);
    }

    /** The part of the frame in which the letters of a title stand. */
    public FrameBox titleBox(String title, String subtitle, Spot middle) {
        return inFrame(titleLetters(title, subtitle, middle));
    }

    private FrameBox inFrame(Shape letters) {
        Rectangle2D bounds = letters.getBounds2D();
        return new FrameBox(
                bounds.getX() / width, bounds.getY() / height, bounds.getWidth() / width, bounds.getHeight() / height);
    }

    private Path2D titleLetters(String title, String subtitle, Spot middle) {
        List<Shape> lines = new ArrayList<>();
        double size = 0.118 * unit * look.titleSize();
        List<String> words =
                title.isBlank() ? List.of() : wrapped(look.titleCase().of(title), look.titleFont(), size);
        double y = 0;
        for (String line : words) {
            lines.add(centred(outline(line, look.titleFont(), fitting(line, size), look.titleTracking()), y));
            y += 1.06 * size;
        }
        if (!subtitle.isBlank()) {
            String text = subtitle.toUpperCase(Locale.ROOT);
            double small = 0.034 * unit;
            y += words.isEmpty() ? 0 : -0.32 * size;
            if (!words.isEmpty()) {
                lines.add(rule(y));
                y += 0.62 * size;
            }
            double fitted = Math.min(small, small * 0.86 * width / advance(text, look.textFont(), small, 0.22));
            lines.add(centred(outline(text, look.textFont(), fitted, 0.22), y));
        }
        Path2D all = new Path2D.Double();
        lines.forEach(line -> all.append(line, false));
        Rectangle2D bounds = all.getBounds2D();
        all.transform(AffineTransform.getTranslateInstance(
                (middle.x() - 0.5) * width, middle.y() * height - bounds.getCenterY()));
        return all;
    }

    /** Words near an edge. */
    public Overlay caption(String text, CaptionPlace place) {
        Path2D letters = captionLetters(text, place);
        Rectangle2D bounds = letters.getBounds2D();
        double reach = 2.5 * CAPTION_SIZE * unit;
        int top = place.low() ? (int) Math.max(0, bounds.getMinY() - reach) : 0;
        int bottom = place.low() ? height : (int) Math.min(height, bounds.getMaxY() + reach);
        // Skies are bright.
        double shade = place.low() ? 0.3 : 0.5;
        return overlay(letters, top, bottom, shade, place.low() ? Shade.BELOW : Shade.ABOVE);
    }

    /** The part of the frame in which the letters of a caption stand. */
    public FrameBox captionBox(String text, CaptionPlace place) {
        return inFrame(captionLetters(text, place));
    }

    private Path2D captionLetters(String text, CaptionPlace place) {
        double size = CAPTION_SIZE * unit;
        List<String> lines = place.folded() ? halved(text, look.textFont(), size, CAPTION_TRACKING) : List.of(text);
        double longest = lines.stream()
                .mapToDouble(line -> advance(line, look.textFont(), size, CAPTION_TRACKING))
                .max()
                .orElse(0);
        double fitted = Math.min(size, size * 0.86 * width / Math.max(1, longest));
        double margin = 1.2 * SAFE * width;
        double below = (lines.size() - 1) * CAPTION_LEADING * fitted;
        double y = place.low() ? (1 - 1.6 * SAFE) * height - below : 1.6 * SAFE * height + fitted;
        Path2D all = new Path2D.Double();
        for (String line : lines) {
            Shape letters = outline(line, look.textFont(), fitted, CAPTION_TRACKING);
            double x = place.left()
                    ? margin
                    : width - margin - letters.getBounds2D().getMaxX();
            all.append(AffineTransform.getTranslateInstance(x, y).createTransformedShape(letters), false);
            y += CAPTION_LEADING * fitted;
        }
        return all;
    }

    private List<String> wrapped(String title, String face, double size) {
        double room = (1 - 3 * SAFE) * width;
        return advance(title, face, size, look.titleTracking()) <= room
                ? List.of(title)
                : halved(title, face, size, look.titleTracking());
    }

    /** Two lines of which the longer is as short as can be, without the dot that parted them; one where none may end. */
    private static List<String> halved(String text, String face, double size, double tracking) {
        List<String> best = List.of(text);
        double bestWidth = Double.MAX_VALUE;
        for (int at : breaks(text)) {
            String first = text.substring(0, at).strip();
            List<String> lines = List.of(
                    first.endsWith(" \u00b7") ? first.substring(0, first.length() - 2) : first,
                    text.substring(at).strip());
            double wider = Math.max(
                    advance(lines.getFirst(), face, size, tracking), advance(lines.getLast(), face, size, tracking));
            if (wider < bestWidth) {
                bestWidth = wider;
                best = lines;
            }
        }
        return best;
    }

    /** Where a line may end: at spaces, and in what is written without spaces wherever its rules allow it. */
    private static List<Integer> breaks(String title) {
        boolean spaced = title.contains(" ");
        if (!spaced && title.codePoints().noneMatch(Character::isIdeographic)) {
            return List.of();
        }
        List<Integer> breaks = new ArrayList<>();
        BreakIterator lines = BreakIterator.getLineInstance(Locale.ROOT);
        lines.setText(title);
        for (int at = lines.next(); at != BreakIterator.DONE && at < title.length(); at = lines.next()) {
            if (!spaced || title.charAt(at - 1) == ' ') {
                breaks.add(at);
            }
        }
        return breaks;
    }

    private double fitting(String line, double size) {
        double room = (1 - 3 * SAFE) * width;
        return Math.min(size, size * room / Math.max(1, advance(line, look.titleFont(), size, look.titleTracking())));
    }

    private static double advance(String text, String face, double size, double tracking) {
        return layout(text, face, size, tracking).getAdvance();
    }

    private static TextLayout layout(String text, String face, double size, double tracking) {
        Font font = Typefaces.get(face, size, tracking, text);
        return new TextLayout(text, font, CONTEXT);
    }

    private static Shape outline(String text, String face, double size, double tracking) {
        return layout(text, face, size, tracking).getOutline(null);
    }

    private Shape centred(Shape line, double baseline) {
        Rectangle2D bounds = line.getBounds2D();
        return AffineTransform.getTranslateInstance(width / 2.0 - bounds.getCenterX(), baseline)
                .createTransformedShape(line);
    }

    private Shape rule(double y) {
        double length = 0.11 * unit;
        double thickness = Math.max(1.5, 0.0022 * unit);
        return new Rectangle2D.Double(width / 2.0 - length / 2, y, length, thickness);
    }

    /** Letters, a soft shadow around them, and a band of shade across the frame that fades up and down. */
    private Overlay overlay(Shape letters, int top, int bottom, double band, Shade kind) {
        int rows = bottom - top;
        byte[] ink = filled(letters, top, rows);
        byte[] shadow = shadow(ink, rows);
        Rectangle2D bounds = letters.getBounds2D();
        double reach = Math.max(0.12 * height, bounds.getHeight() * 0.9);
        for (int y = 0; y < rows; y++) {
            double away = Math.abs(y + top - bounds.getCenterY()) / reach;
            double shade = band * Math.exp(-away * away);
            double base = switch (kind) {
                case EVERYWHERE -> shade + 0.14;
                case BELOW -> shade * Math.min(1, y / (0.6 * rows));
                case ABOVE -> shade * Math.min(1, (rows - y) / (0.6 * rows));
            };
            for (int x = 0; x < width; x++) {
                int i = y * width + x;
                double under = 1 - (1 - base) * (1 - 0.55 * (shadow[i] & 0xFF) / 255.0);
                shadow[i] = (byte) Math.round(255 * under);
            }
        }
        return new Overlay(0, top, width, rows, ink, shadow);
    }

    private byte[] filled(Shape letters, int top, int rows) {
        BufferedImage image = new BufferedImage(width, rows, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D g = image.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        g.translate(0, -top);
        g.setColor(Color.WHITE);
        g.fill(letters);
        g.dispose();
        return ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
    }

    private byte[] shadow(byte[] ink, int rows) {
        byte[] a = ink.clone();
        byte[] b = new byte[a.length];
        int radius = Math.max(1, (int) (0.010 * unit));
        for (int pass = 0; pass < 3; pass++) {
            for (int y = 0; y < rows; y++) {
                line(a, b, y * width, 1, width, radius);
            }
            for (int x = 0; x < width; x++) {
                line(b, a, x, width, rows, radius);
            }
        }
        return a;
    }

    private static void line(byte[] in, byte[] out, int base, int step, int count, int radius) {
        int sum = 0;
        for (int i = 0; i < Math.min(count, radius); i++) {
            sum += in[base + step * i] & 0xFF;
        }
        for (int i = 0; i < count; i++) {
            sum += i + radius < count ? in[base + step * (i + radius)] & 0xFF : 0;
            sum -= i - radius - 1 >= 0 ? in[base + step * (i - radius - 1)] & 0xFF : 0;
            out[base + step * i] = (byte) (sum / (2 * radius + 1));
        }
    }
}
