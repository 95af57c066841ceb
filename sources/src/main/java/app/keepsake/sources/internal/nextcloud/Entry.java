package app.keepsake.sources.internal.nextcloud;

import app.keepsake.sources.SourceException;
import app.keepsake.sources.SourceException.Kind;
import java.io.IOException;
import java.io.StringReader;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/**
 * One thing of an answer in WebDAV's XML (RFC 4918, 14.24). Read without entities or documents from elsewhere.
 *
 * @param path decoded
 * @param properties those that were found, by their names without namespaces; of one with parts the parts, as "gps/latitude"
 */
record Entry(String path, Map<String, String> properties) {
    private static final String DAV = "DAV:";

    static List<Entry> read(String text) throws IOException {
        List<Entry> entries = new ArrayList<>();
        NodeList responses = parsed(text).getElementsByTagNameNS(DAV, "response");
        for (int i = 0; i < responses.getLength(); i++) {
            if (responses.item(i) instanceof Element response) {
                entries.add(entry(response));
            }
        }
        return entries;
    }

    private static Element parsed(String text) throws IOException {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            Element root = factory.newDocumentBuilder()
                    .parse(new InputSource(new StringReader(text)))
                    .getDocumentElement();
            if (DAV.equals(root.getNamespaceURI()) && "multistatus".equals(root.getLocalName())) {
                return root;
            }
        } catch (ParserConfigurationException | SAXException e) {
            // As one that is none of WebDAV's.
        }
        throw new SourceException(Kind.ANSWER, "Expected Nextcloud there, found something else. Look at the address.");
    }

    private static Entry entry(Element response) {
        String path = "";
        Map<String, String> properties = new HashMap<>();
        for (Element part : children(response)) {
            if ("href".equals(part.getLocalName())) {
                path = decoded(part.getTextContent().strip());
            } else if ("propstat".equals(part.getLocalName()) && isFound(part)) {
                for (Element prop : children(part)) {
                    if ("prop".equals(prop.getLocalName())) {
                        children(prop).forEach(one -> note(one, one.getLocalName(), properties));
                    }
                }
            }
        }
        return new Entry(path, properties);
    }

    private static void note(Element property, String name, Map<String, String> properties) {
        List<Element> parts = children(property);
        if (parts.isEmpty()) {
            properties.put(name, property.getTextContent().strip());
        }
        parts.forEach(part -> note(part, name + "/" + part.getLocalName(), properties));
    }

    /** Properties that are not there come with a status of their own. */
    private static boolean isFound(Element propstat) {
        return children(propstat).stream()
                .filter(part -> "status".equals(part.getLocalName()))
                .allMatch(status -> status.getTextContent().contains(" 200 "));
    }

    private static List<Element> children(Element element) {
        List<Element> children = new ArrayList<>();
        for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element child) {
                children.add(child);
            }
        }
        return children;
    }

    private static String decoded(String href) {
        try {
            return URLDecoder.decode(href.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    /** What a property says; empty where it is not there. */
    String said(String property) {
        return properties.getOrDefault(property, "");
    }

    /** The last part of its path. */
    String name() {
        String bare = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        return bare.substring(bare.lastIndexOf('/') + 1);
    }
}
