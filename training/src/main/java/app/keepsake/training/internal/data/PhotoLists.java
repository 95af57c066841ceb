package app.keepsake.training.internal.data;

import app.keepsake.vision.Face;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** Finds photos and their labels on disk; lists are sorted, so that they are the same everywhere. */
public final class PhotoLists {
    private PhotoLists() {}

    /** A truth file, as {@link TruthPhoto#read} describes it. */
    public static List<LabelledPhoto> truth(Path file) throws IOException {
        return TruthPhoto.read(file).stream()
                .map(photo -> new LabelledPhoto(
                        photo.file(),
                        photo.faces().stream().map(PhotoLists::label).toList()))
                .toList();
    }

    private static FaceBox label(Face face) {
        return FaceBox.of(face, true).scored(Float.NaN);
    }

    private static FaceBox box(float x, float y, float width, float height) {
        return new FaceBox(x, y, width, height, true, Float.NaN);
    }

    /**
     * Pascal VOC: annotations as XML in one folder, photos of the same name in another beside it; every object is a face.
     */
    public static List<LabelledPhoto> voc(Path annotations) throws IOException {
        Path around = annotations.toAbsolutePath().getParent();
        if (around == null) {
            throw new IOException(
                    annotations
                            + ": expected a folder of annotations beside one of photos, found a root. Name the folder of XML files.");
        }
        List<LabelledPhoto> photos = new ArrayList<>();
        for (Path image : photosIn(around)) {
            String name = image.getFileName().toString();
            Path xml = annotations.resolve(name.substring(0, name.lastIndexOf('.')) + ".xml");
            if (Files.exists(xml)) {
                photos.add(new LabelledPhoto(image, vocFaces(xml)));
            }
        }
        return photos;
    }

    private static List<FaceBox> vocFaces(Path xml) throws IOException {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            Document document = factory.newDocumentBuilder().parse(xml.toFile());
            NodeList boxes = document.getElementsByTagName("bndbox");
            List<FaceBox> faces = new ArrayList<>();
            for (int i = 0; i < boxes.getLength(); i++) {
                Element box = (Element) boxes.item(i);
                float x = number(box, "xmin");
                float y = number(box, "ymin");
                faces.add(box(x, y, number(box, "xmax") - x, number(box, "ymax") - y));
            }
            return faces;
        } catch (SAXException | ParserConfigurationException e) {
            throw new IOException("%s is not a Pascal VOC annotation: %s".formatted(xml, e.getMessage()), e);
        }
    }

    private static float number(Element box, String name) {
        return Float.parseFloat(
                box.getElementsByTagName(name).item(0).getTextContent().strip());
    }

    /** All photos below a folder, with no labels. */
    public static List<LabelledPhoto> folder(Path folder) throws IOException {
        return photosIn(folder).stream()
                .map(file -> new LabelledPhoto(file, List.of()))
                .toList();
    }

    private static List<Path> photosIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(PhotoLists::isPhoto).sorted().toList();
        }
    }

    private static boolean isPhoto(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return name.endsWith(".jpg") || name.endsWith(".jpeg") || name.endsWith(".png");
    }
}
