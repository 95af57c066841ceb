package app.keepsake.operations.takeout;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** ZIPs as Google Takeout makes them, and others. */
final class Zips {
    static final String SIDECAR = "{\"title\":\"a.jpg\",\"photoTakenTime\":{\"timestamp\":\"1565605425\"}}";

    private Zips() {}

    /** With what each name holds. */
    static Path of(Path file, Map<String, String> members) throws IOException {
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, String> member : members.entrySet()) {
                zip.putNextEntry(new ZipEntry(member.getKey()));
                zip.write(member.getValue().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
        return file;
    }

    /** Two parts: a sidecar and the file of an album lie in another one than the photos. */
    static List<Path> export(Path folder) throws IOException {
        String year = "Takeout/Google Fotos/Fotos von 2019/";
        String album = "Takeout/Google Fotos/Am Meer/";
        Path first = of(
                folder.resolve("takeout-20240506T101112Z-001.zip"),
                Map.of(
                        year + "a.jpg",
                        "one",
                        year + "b.jpg",
                        "two",
                        album + "a.jpg",
                        "one",
                        "Takeout/Drive/tax.pdf",
                        "x"));
        Path second = of(
                folder.resolve("takeout-20240506T101112Z-002.zip"),
                Map.of(
                        year + "a.jpg.supplemental-metadata.json",
                        SIDECAR,
                        year + "gone.jpg.json",
                        SIDECAR,
                        album + "Metadaten.json",
                        "{\"title\":\"Am Meer\",\"access\":\"protected\"}",
                        album + "a.jpg.json",
                        SIDECAR));
        return List.of(first, second);
    }
}
