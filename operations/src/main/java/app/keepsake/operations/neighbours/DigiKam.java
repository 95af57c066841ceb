package app.keepsake.operations.neighbours;

import app.keepsake.operations.neighbours.Neighbour.NamedFace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** digiKam's catalog, {@code digikam4.db} (SQLite). Source: digiKam's schema, dbconfig.xml, versions 9 to 16. */
public final class DigiKam {
    private static final Pattern RECTANGLE = Pattern.compile("([a-z]+)\\s*=\\s*\"([0-9.]+)\"");
    private static final String FACES = """
            SELECT a.relativePath || '/' || i.name, p.value, t.value
            FROM ImageTagProperties p
            JOIN TagProperties t ON t.tagid = p.tagid AND t.property = 'person'
            JOIN Images i ON i.id = p.imageid
            JOIN Albums a ON a.id = i.album
            WHERE p.property = 'tagRegion' AND i.status = 1
            """;
    private static final String FAVOURITES = """
            SELECT a.relativePath || '/' || i.name
            FROM ImageInformation f
            JOIN Images i ON i.id = f.imageid
            JOIN Albums a ON a.id = i.album
            WHERE f.rating = 5 AND i.status = 1
            """;

    private DigiKam() {}

    /** @throws IOException when the file is not digiKam's catalog */
    public static Neighbour read(Path database) throws IOException {
        if (!Files.isRegularFile(database)) {
            throw new IOException(
                    "%s: expected digiKam's catalog, usually digikam4.db in the folder of the pictures, found no file."
                            .formatted(database));
        }
        List<NamedFace> faces = new ArrayList<>();
        List<String> favourites = new ArrayList<>();
        try (Connection catalog = DriverManager.getConnection(
                        "jdbc:sqlite:file:%s?mode=ro".formatted(database.toUri().getRawPath()));
                Statement statement = catalog.createStatement()) {
            try (ResultSet row = statement.executeQuery(FACES)) {
                while (row.next()) {
                    faces.add(face(row.getString(1), row.getString(2), row.getString(3)));
                }
            }
            try (ResultSet row = statement.executeQuery(FAVOURITES)) {
                while (row.next()) {
                    favourites.add(row.getString(1));
                }
            }
        } catch (SQLException e) {
            throw new IOException(
                    "%s: expected digiKam's catalog, found something else: %s".formatted(database, e.getMessage()), e);
        }
        return new Neighbour("digiKam", faces, favourites);
    }

    /** @param region as {@code <rect x="1056" y="704" width="300" height="300"/>}, in pixels of the upright picture */
    private static NamedFace face(String file, String region, String name) {
        double x = 0;
        double y = 0;
        double width = 0;
        double height = 0;
        Matcher numbers = RECTANGLE.matcher(region);
        while (numbers.find()) {
            double value = Double.parseDouble(numbers.group(2));
            switch (numbers.group(1)) {
                case "x" -> x = value;
                case "y" -> y = value;
                case "width" -> width = value;
                case "height" -> height = value;
                default -> {}
            }
        }
        return new NamedFace(file, name, x, y, width, height, 0, 0);
    }
}
