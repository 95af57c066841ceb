import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * Draws what the modules' pom.xml files say of one another: {@code java DrawModules.java CHECKOUT > architecture.svg}.
 *
 * <p>Each module of the app lies below all that use it. Arrows that follow from others are left out. Modules that the
 * app does without stand apart, below. Which place in its row a module takes is searched for, so that few arrows cross
 * and all are short; the same files always give the same picture.
 */
public final class DrawModules {
    /** The module that has all others of the app on its class path. */
    private static final String APP = "cli";

    private static final int WIDTH = 900;
    private static final int MARGIN = 24;
    private static final int GAP = 18;
    private static final int BETWEEN_ROWS = 56;
    private static final int LINE = 15;
    private static final int COLUMNS = 5;
    private static final double LETTER = 6.9;

    private record Module(String name, String description, Set<String> uses) {}

    /** From a place in one row to a place in the next; {@code last} where it comes to what it leads to. */
    private record Step(String from, String to, boolean last) {}

    /** Places of rows, from the top; null where nothing is. A long arrow takes a place in each row that it passes. */
    private record Rows(List<String[]> places, List<List<Step>> steps) {}

    public static void main(String[] args) throws Exception {
        // Numbers in a picture have points.
        Locale.setDefault(Locale.ROOT);
        Path root = Path.of(args.length == 0 ? "." : args[0]);
        Map<String, Module> modules = new LinkedHashMap<>();
        for (Element module : children(child(pom(root), "modules"))) {
            String name = module.getTextContent().strip();
            modules.put(name, read(name, pom(root.resolve(name))));
        }
        Map<String, Module> drawn = new LinkedHashMap<>();
        modules.forEach((name, module) -> drawn.put(name, withoutWhatFollows(module, modules)));
        Set<String> app = new LinkedHashSet<>(reached(APP, modules));
        app.add(APP);
        Rows rows = arranged(drawn.values().stream().filter(one -> app.contains(one.name())).toList());
        List<Module> apart = drawn.values().stream().filter(one -> !app.contains(one.name())).toList();
        PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
        out.print(Picture.of(rows, drawn).svg(apart));
        out.flush();
    }

    // What the poms say

    private static Element pom(Path folder) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(folder.resolve("pom.xml").toFile())
                .getDocumentElement();
    }

    private static Module read(String name, Element pom) throws IOException {
        Set<String> uses = new LinkedHashSet<>();
        Element dependencies = child(pom, "dependencies");
        for (Element one : dependencies == null ? List.<Element>of() : children(dependencies)) {
            boolean ours = text(one, "groupId").equals("app.keepsake");
            if (ours && !text(one, "scope").equals("test")) {
                uses.add(text(one, "artifactId"));
            }
        }
        String description = text(pom, "description");
        if (description.isEmpty()) {
            throw new IOException(name + "/pom.xml: expected a description, found none. Say in a line what the module is.");
        }
        return new Module(name, description, uses);
    }

    private static List<Element> children(Element parent) {
        List<Element> found = new ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element) {
                found.add(element);
            }
        }
        return found;
    }

    private static Element child(Element parent, String name) {
        return children(parent).stream()
                .filter(one -> one.getTagName().equals(name))
                .findFirst()
                .orElse(null);
    }

    private static String text(Element parent, String name) {
        Element found = child(parent, name);
        return found == null ? "" : found.getTextContent().strip();
    }

    private static Set<String> reached(String from, Map<String, Module> modules) {
        Set<String> found = new HashSet<>();
        for (String used : modules.get(from).uses()) {
            found.add(used);
            found.addAll(reached(used, modules));
        }
        return found;
    }

    private static Module withoutWhatFollows(Module module, Map<String, Module> modules) {
        Set<String> kept = new LinkedHashSet<>(module.uses());
        module.uses().forEach(used -> kept.removeAll(reached(used, modules)));
        return new Module(module.name(), module.description(), kept);
    }

    // Which place each module takes

    private static Rows arranged(List<Module> modules) {
        Map<String, Integer> depths = new HashMap<>();
        modules.forEach(module -> depths.put(module.name(), depth(module.name(), modules)));
        int count = depths.values().stream().mapToInt(depth -> depth + 1).max().orElseThrow();
        List<List<String>> inRow = new ArrayList<>();
        List<List<Step>> steps = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            inRow.add(new ArrayList<>());
            steps.add(new ArrayList<>());
        }
        for (Module module : modules) {
            inRow.get(depths.get(module.name())).add(module.name());
            for (String used : module.uses()) {
                String from = module.name();
                for (int row = depths.get(module.name()) + 1; row < depths.get(used); row++) {
                    String passed = module.name() + " to " + used + " in row " + row;
                    inRow.get(row).add(passed);
                    steps.get(row - 1).add(new Step(from, passed, false));
                    from = passed;
                }
                steps.get(depths.get(used) - 1).add(new Step(from, used, true));
            }
        }
        int columns = Math.max(COLUMNS, inRow.stream().mapToInt(List::size).max().orElseThrow());
        List<String[]> best = null;
        double least = Double.MAX_VALUE;
        for (int seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            List<String[]> tried = inRow.stream().map(names -> shuffled(names, columns, random)).toList();
            double cost = improved(tried, steps);
            if (cost < least - 1e-9) {
                least = cost;
                best = tried;
            }
        }
        return new Rows(best, steps);
    }

    /** How many arrows lie between a module and the top, on the longest way. */
    private static int depth(String name, List<Module> modules) {
        return modules.stream()
                .filter(module -> module.uses().contains(name))
                .mapToInt(module -> depth(module.name(), modules) + 1)
                .max()
                .orElse(0);
    }

    private static String[] shuffled(List<String> names, int columns, Random random) {
        List<String> places = new ArrayList<>(names);
        while (places.size() < columns) {
            places.add(null);
        }
        Collections.shuffle(places, random);
        return places.toArray(String[]::new);
    }

    /** Swaps places in rows as long as that makes it better. */
    private static double improved(List<String[]> rows, List<List<Step>> steps) {
        double cost = cost(rows, steps);
        boolean better = true;
        while (better) {
            better = false;
            for (String[] row : rows) {
                for (int i = 0; i < row.length; i++) {
                    for (int j = i + 1; j < row.length; j++) {
                        swap(row, i, j);
                        double found = cost(rows, steps);
                        if (found < cost - 1e-9) {
                            cost = found;
                            better = true;
                        } else {
                            swap(row, i, j);
                        }
                    }
                }
            }
        }
        return cost;
    }

    private static void swap(String[] row, int i, int j) {
        String kept = row[i];
        row[i] = row[j];
        row[j] = kept;
    }

    /** Crossings first, then how far arrows go aside, then how far the picture is from its middle. */
    private static double cost(List<String[]> rows, List<List<Step>> steps) {
        double cost = 0;
        for (int row = 0; row < rows.size(); row++) {
            for (int i = 0; i < rows.get(row).length; i++) {
                cost += rows.get(row)[i] == null ? 0 : 0.01 * Math.abs(i - (rows.get(row).length - 1) / 2.0);
            }
            if (row + 1 == rows.size()) {
                continue;
            }
            List<String> upper = Arrays.asList(rows.get(row));
            List<String> lower = Arrays.asList(rows.get(row + 1));
            for (Step one : steps.get(row)) {
                int from = upper.indexOf(one.from());
                int to = lower.indexOf(one.to());
                cost += (from - to) * (from - to);
                for (Step other : steps.get(row)) {
                    boolean cross = (from - upper.indexOf(other.from())) * (to - lower.indexOf(other.to())) < 0;
                    cost += cross ? 500 : 0;
                }
            }
        }
        return cost;
    }

    // The picture

    /** The rows as they are drawn, at this width of a box. */
    private record Picture(Rows rows, Map<String, Module> modules, int width) {
        static Picture of(Rows rows, Map<String, Module> modules) {
            int columns = rows.places().getFirst().length;
            return new Picture(rows, modules, (WIDTH - 2 * MARGIN - (columns - 1) * GAP) / columns);
        }

        String svg(List<Module> apart) {
            StringBuilder arrows = new StringBuilder();
            StringBuilder boxes = new StringBuilder();
            int top = MARGIN;
            for (int row = 0; row < rows.places().size(); row++) {
                String[] places = rows.places().get(row);
                int height = 36 + LINE * lines(places);
                for (int i = 0; i < places.length; i++) {
                    int left = MARGIN + i * (width + GAP);
                    if (modules.containsKey(places[i])) {
                        boxes.append(box(modules.get(places[i]), left, top, height));
                    } else if (places[i] != null) {
                        arrows.append("<path d=\"M%.1f %dv%d\"/>\n".formatted(left + width / 2.0, top, height));
                    }
                }
                for (Step step : rows.steps().get(row)) {
                    arrows.append(arrow(step, row, top + height));
                }
                top += height + BETWEEN_ROWS;
            }
            return page(arrows.toString(), boxes.toString(), apart, top - BETWEEN_ROWS);
        }

        private int lines(String[] places) {
            return Arrays.stream(places)
                    .filter(modules::containsKey)
                    .mapToInt(name -> wrapped(modules.get(name).description(), letters()).size())
                    .max()
                    .orElseThrow();
        }

        private int letters() {
            return (int) ((width - 20) / LETTER);
        }

        private String box(Module module, int left, int top, int height) {
            StringBuilder text = new StringBuilder();
            text.append("<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" rx=\"12\"/>\n"
                    .formatted(left, top, width, height));
            text.append(text(left + 12, top + 22, "name", module.name()));
            int line = 0;
            for (String words : wrapped(module.description(), letters())) {
                text.append(text(left + 12, top + 40 + LINE * line++, "plain", words));
            }
            return text.toString();
        }

        private String arrow(Step step, int row, int start) {
            double from = port(step, row, row, Step::from, row + 1, Step::to);
            double to = port(step, row, row + 1, Step::to, row, Step::from);
            int end = start + BETWEEN_ROWS - (step.last() ? 3 : 0);
            int bend = 2 * BETWEEN_ROWS / 3;
            String tip = step.last() ? " marker-end=\"url(#tip)\"" : "";
            return "<path d=\"M%.1f %dC%.1f %d %.1f %d %.1f %d\"%s/>\n"
                    .formatted(from, start, from, start + bend, to, end - bend, to, end, tip);
        }

        /** Where an arrow leaves or reaches a box: those of one box lie side by side, in the order of their other ends. */
        private double port(
                Step step, int row, int here, Function<Step, String> end, int there, Function<Step, String> other) {
            List<String> order = Arrays.asList(rows.places().get(there));
            List<Step> all = rows.steps().get(row).stream()
                    .filter(one -> end.apply(one).equals(end.apply(step)))
                    .sorted(Comparator.comparingInt(one -> order.indexOf(other.apply(one))))
                    .toList();
            double apart = Math.min(26, (width - 30.0) / all.size());
            int column = Arrays.asList(rows.places().get(here)).indexOf(end.apply(step));
            return MARGIN + column * (width + GAP) + width / 2.0 + (all.indexOf(step) - (all.size() - 1) / 2.0) * apart;
        }
    }

    private static List<String> wrapped(String text, int letters) {
        List<String> lines = new ArrayList<>();
        for (String word : text.split(" ")) {
            if (lines.isEmpty() || lines.getLast().length() + 1 + word.length() > letters) {
                lines.add(word);
            } else {
                lines.add(lines.removeLast() + " " + word);
            }
        }
        return lines;
    }

    private static String page(String arrows, String boxes, List<Module> apart, int bottom) {
        StringBuilder text = new StringBuilder();
        int at = bottom + 40;
        String caption = "An arrow leads to what a module uses; arrows that follow from others are left out.";
        text.append(text(MARGIN, at, "plain", caption));
        at += 40;
        text.append(text(MARGIN, at, "name", "Never in the app"));
        for (Module module : apart) {
            at += 22;
            String uses = module.uses().isEmpty() ? "" : " Uses " + listed(module.uses()) + ".";
            text.append(text(MARGIN, at, "strong", module.name()));
            text.append(text(MARGIN + 84, at, "plain", module.description() + "." + uses));
        }
        int height = at + MARGIN;
        return """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %1$d %2$d" width="%1$d" height="%2$d" role="img"
                    aria-label="The modules of Keepsake, and which uses which">
                <!-- Drawn by build/DrawModules.java of the modules' pom.xml files. -->
                <style>
                text { font: 12px system-ui, 'Segoe UI', Roboto, Helvetica, Arial, sans-serif; fill: #6a5f52; }
                .name { font-size: 15px; font-weight: 600; fill: #984628; }
                .strong { font-weight: 600; fill: #2b251e; }
                rect { fill: #fffdf9; stroke: #d8c9b2; }
                path { fill: none; stroke: #8d7c66; stroke-width: 1.5; }
                </style>
                <defs>
                <marker id="tip" viewBox="0 0 10 10" refX="7" refY="5" markerWidth="8" markerHeight="8" orient="auto">
                <path d="M1 1L8 5L1 9"/>
                </marker>
                </defs>
                <rect width="%1$d" height="%2$d" style="fill: #faf6ef; stroke: none"/>
                %3$s%4$s%5$s</svg>
                """.formatted(WIDTH, height, arrows, boxes, text);
    }

    private static String text(int x, int y, String style, String words) {
        return "<text x=\"%d\" y=\"%d\" class=\"%s\">%s</text>\n"
                .formatted(x, y, style, words.replace("&", "&amp;").replace("<", "&lt;"));
    }

    private static String listed(Collection<String> names) {
        List<String> all = List.copyOf(names);
        return all.size() < 2 ? all.getFirst() : String.join(", ", all.subList(0, all.size() - 1)) + " and " + all.getLast();
    }
}
