package app.keepsake.training.internal.teachers;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * A cascade of boosted stumps over rectangle features (Viola and Jones, 2001), as OpenCV writes it to XML.
 *
 * @param width of the window, px
 * @param stages each refuses most windows that show no face
 */
record HaarCascade(int width, int height, List<Stage> stages) {
    /** @param threshold a window whose stumps sum up to less shows no face */
    record Stage(double threshold, List<Stump> stumps) {}

    /**
     * @param threshold of the feature's value for light and dark windows alike
     * @param below what it adds if the feature is below
     */
    record Stump(Feature feature, double threshold, double below, double above) {}

    /** @param rectangles {@code x, y, width, height, weight} of each */
    record Feature(List<double[]> rectangles) {}

    static HaarCascade read(Path file) throws IOException {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            Document document = factory.newDocumentBuilder().parse(file.toFile());
            Element cascade = child(document.getDocumentElement(), "cascade");
            List<Feature> features = new ArrayList<>();
            for (Element feature : items(child(cascade, "features"))) {
                features.add(new Feature(items(child(feature, "rects")).stream()
                        .map(HaarCascade::numbers)
                        .toList()));
            }
            List<Stage> stages = new ArrayList<>();
            for (Element stage : items(child(cascade, "stages"))) {
                stages.add(stage(stage, features));
            }
            return new HaarCascade(
                    (int) numbers(child(cascade, "width"))[0], (int) numbers(child(cascade, "height"))[0], stages);
        } catch (SAXException | ParserConfigurationException | RuntimeException e) {
            throw new IOException(
                    "%s is not a cascade of stumps as OpenCV 2 and later write it: %s".formatted(file, e.getMessage()),
                    e);
        }
    }

    private static Stage stage(Element stage, List<Feature> features) {
        List<Stump> stumps = new ArrayList<>();
        for (Element stump : items(child(stage, "weakClassifiers"))) {
            double[] node = numbers(child(stump, "internalNodes"));
            double[] leaves = numbers(child(stump, "leafValues"));
            stumps.add(new Stump(features.get((int) node[2]), node[3], leaves[0], leaves[1]));
        }
        return new Stage(numbers(child(stage, "stageThreshold"))[0], stumps);
    }

    private static Element child(Element parent, String name) {
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element && element.getTagName().equals(name)) {
                return element;
            }
        }
        throw new IllegalArgumentException("expected <%s> in <%s>, found none.".formatted(name, parent.getTagName()));
    }

    private static List<Element> items(Element parent) {
        List<Element> items = new ArrayList<>();
        NodeList nodes = parent.getChildNodes();
        for (int i = 0; i < nodes.getLength(); i++) {
            if (nodes.item(i) instanceof Element element) {
                items.add(element);
            }
        }
        return items;
    }

    private static double[] numbers(Element element) {
        String[] words = element.getTextContent().strip().split("\\s+");
        double[] numbers = new double[words.length];
        for (int i = 0; i < words.length; i++) {
            numbers[i] = Double.parseDouble(words[i]);
        }
        return numbers;
    }
}
