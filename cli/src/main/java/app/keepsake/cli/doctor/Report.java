package app.keepsake.cli.doctor;

import app.keepsake.catalog.Catalog;
import app.keepsake.catalog.CatalogLocation;
import app.keepsake.operations.library.TargetFile;
import app.keepsake.operations.music.KeptMusic;
import app.keepsake.server.ServiceNotes;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** An archive that tells somebody else how a library fares: the findings and the log, without any name of the library. */
public final class Report {
    private Report() {}

    /**
     * Writes the archive, in English, which whoever helps reads.
     *
     * @param library its folder
     * @param file is replaced
     * @throws IOException when the catalog cannot be opened, since its names could not be taken out then; or the file
     *     cannot be written
     */
    public static void write(Path library, List<Finding> findings, Path file) throws IOException {
        Disguise disguise = disguise(library);
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
            add(zip, "findings.txt", disguise.apply(text(findings, new Sentences(Locale.ENGLISH))));
            Path logs = library.resolve("log");
            if (Files.isDirectory(logs)) {
                try (Stream<Path> all = Files.list(logs)) {
                    for (Path log : all.filter(one -> one.toString().endsWith(".log"))
                            .sorted()
                            .toList()) {
                        add(zip, "log/" + log.getFileName(), disguise.apply(Files.readString(log)));
                    }
                }
            }
        }
    }

    /** The findings as lines for people. */
    public static String text(List<Finding> findings, Sentences sentences) {
        return findings.stream()
                .map(finding -> "%-4s  %s%n"
                        .formatted(
                                switch (finding.health()) {
                                    case WELL -> "ok";
                                    case NOTE -> "note";
                                    case ILL -> "BAD";
                                },
                                sentences.of(finding)))
                .collect(Collectors.joining());
    }

    private static Disguise disguise(Path library) throws IOException {
        Disguise disguise = new Disguise();
        disguise.learn(library);
        disguise.learn("user", System.getProperty("user.name", ""));
        disguise.learn(Path.of(System.getProperty("user.home", "/")));
        try (Catalog catalog = Catalog.open(CatalogLocation.of(library))) {
            disguise.learn(catalog);
            ServiceNotes notes = ServiceNotes.of(library);
            notes.folders().stream().map(Path::of).forEach(disguise::learn);
            notes.last().forEach(done -> disguise.learnQuotations(done.message()));
            TargetFile.in(library).all().forEach(target -> disguise.learn("target", target.name()));
            new KeptMusic(library).all().forEach(piece -> disguise.learn("music", piece.name()));
        } catch (RuntimeException e) {
            throw new IOException(
                    "No archive can be made: the names that must not be in it are in a catalog or in settings that"
                            + " cannot be read: "
                            + e.getMessage(),
                    e);
        }
        return disguise;
    }

    private static void add(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(text.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }
}
