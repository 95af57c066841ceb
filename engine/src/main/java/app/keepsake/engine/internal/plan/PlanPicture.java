package app.keepsake.engine.internal.plan;

import app.keepsake.engine.LiveRange;
import app.keepsake.engine.MemoryPlan;
import java.util.Locale;
import java.util.stream.IntStream;

/** Draws a plan: time from left to right, addresses from bottom to top. */
public final class PlanPicture {
    private static final int WIDTH = 1200;
    private static final int HEIGHT = 640;
    private static final int MARGIN = 64;
    /** Colours that people with any colour vision can tell apart (Okabe and Ito, 2008). */
    private static final String[] COLOURS = {
        "#0072B2", "#E69F00", "#009E73", "#CC79A7", "#56B4E9", "#D55E00", "#F0E442", "#999999"
    };

    private PlanPicture() {}

    public static String svg(MemoryPlan plan) {
        int first = plan.ranges().stream().mapToInt(LiveRange::lower).min().orElse(0);
        int last = plan.ranges().stream().mapToInt(LiveRange::upper).max().orElse(1);
        double perStep = (double) (WIDTH - 2 * MARGIN) / Math.max(1, last - first);
        double perByte = (double) (HEIGHT - 2 * MARGIN) / Math.max(1, plan.size());
        StringBuilder svg = new StringBuilder(
                "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 %d %d' font-family='sans-serif' font-size='13'>%n"
                        .formatted(WIDTH, HEIGHT));
        svg.append("<rect width='%d' height='%d' fill='white'/>%n".formatted(WIDTH, HEIGHT));
        for (int i = 0; i < plan.ranges().size(); i++) {
            LiveRange range = plan.ranges().get(i);
            double x = MARGIN + (range.lower() - first) * perStep;
            double height = range.size() * perByte;
            double y = HEIGHT - MARGIN - plan.offsets().get(i) * perByte - height;
            svg.append(String.format(
                    Locale.ROOT,
                    "<rect x='%.2f' y='%.2f' width='%.2f' height='%.2f' fill='%s' fill-opacity='.8' stroke='white'"
                            + " stroke-width='.6'><title>%s: steps %d to %d, %.2f MiB</title></rect>%n",
                    x,
                    y,
                    (range.upper() - range.lower()) * perStep,
                    height,
                    COLOURS[Math.floorMod(range.group(), COLOURS.length)],
                    escaped(range.id()),
                    range.lower(),
                    range.upper(),
                    mebibytes(range.size())));
        }
        frame(svg, plan, last - first, perByte);
        return svg.append("</svg>\n").toString();
    }

    private static void frame(StringBuilder svg, MemoryPlan plan, int steps, double perByte) {
        int bottom = HEIGHT - MARGIN;
        svg.append("<path d='M%d %dV%dH%d' fill='none' stroke='#444'/>%n"
                .formatted(MARGIN, MARGIN, bottom, WIDTH - MARGIN));
        double bound = bottom - plan.bound() * perByte;
        svg.append(String.format(
                Locale.ROOT,
                "<path d='M%d %.2fH%d' stroke='#D00' stroke-dasharray='6 4'/>%n",
                MARGIN,
                bound,
                WIDTH - MARGIN));
        svg.append(String.format(
                Locale.ROOT,
                "<text x='%d' y='%d'>Arena %.2f MiB, %.4f of the bound (dashed), %s</text>%n",
                MARGIN,
                MARGIN - 40,
                mebibytes(plan.size()),
                plan.ratio(),
                escaped(plan.method())));
        svg.append("<text x='%d' y='%d' text-anchor='end'>%d steps</text>%n"
                .formatted(WIDTH - MARGIN, bottom + 22, steps));
        svg.append("<text x='%d' y='%d'>address</text>%n".formatted(8, MARGIN - 8));
        int[] groups = plan.ranges().stream()
                .mapToInt(LiveRange::group)
                .distinct()
                .sorted()
                .toArray();
        for (int i = 0; i < groups.length && groups.length > 1; i++) {
            int x = MARGIN + i * 110;
            svg.append("<rect x='%d' y='%d' width='12' height='12' fill='%s'/><text x='%d' y='%d'>level %d</text>%n"
                    .formatted(
                            x,
                            bottom + 12,
                            COLOURS[Math.floorMod(groups[i], COLOURS.length)],
                            x + 18,
                            bottom + 22,
                            groups[i]));
        }
    }

    private static double mebibytes(long bytes) {
        return bytes / 1048576.0;
    }

    private static String escaped(String text) {
        return IntStream.range(0, text.length())
                .mapToObj(i -> switch (text.charAt(i)) {
                    case '<' -> "&lt;";
                    case '&' -> "&amp;";
                    case '\'' -> "&#39;";
                    default -> String.valueOf(text.charAt(i));
                })
                .reduce("", String::concat);
    }
}
