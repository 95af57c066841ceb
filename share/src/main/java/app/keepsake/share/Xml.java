package app.keepsake.share;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** Answers in XML, read without entities or documents from elsewhere. */
final class Xml {
    private Xml() {}

    static Element read(String text) throws IOException {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return factory.newDocumentBuilder()
                    .parse(new InputSource(new StringReader(text)))
                    .getDocumentElement();
        } catch (ParserConfigurationException | SAXException e) {
            throw new IOException("Expected an answer in XML, found something else: " + e.getMessage(), e);
        }
    }

    static List<Element> all(Element root, String name) {
        NodeList found = root.getElementsByTagNameNS("*", name);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < found.getLength(); i++) {
            elements.add((Element) found.item(i));
        }
        return elements;
    }

    static String text(Element root, String name) throws IOException {
        List<Element> found = all(root, name);
        if (found.isEmpty()) {
            throw new IOException("Expected an element " + name + " in the answer, found none.");
        }
        return found.getFirst().getTextContent();
    }
}
