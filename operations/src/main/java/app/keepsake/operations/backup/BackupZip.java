package app.keepsake.operations.backup;

import app.keepsake.catalog.Choice;
import app.keepsake.catalog.ContentHash;
import app.keepsake.catalog.Request;
import app.keepsake.catalog.Said;
import app.keepsake.catalog.ShotEdit;
import app.keepsake.operations.backup.SaidLines.AboutLine;
import app.keepsake.operations.backup.SaidLines.ChoiceLine;
import app.keepsake.operations.backup.SaidLines.CorrectionLine;
import app.keepsake.operations.backup.SaidLines.DateLine;
import app.keepsake.operations.backup.SaidLines.DetailLine;
import app.keepsake.operations.backup.SaidLines.EditLine;
import app.keepsake.operations.backup.SaidLines.FaceLine;
import app.keepsake.operations.backup.SaidLines.Line;
import app.keepsake.operations.backup.SaidLines.MarkLine;
import app.keepsake.operations.backup.SaidLines.MoveLine;
import app.keepsake.operations.backup.SaidLines.PersonLine;
import app.keepsake.operations.backup.SaidLines.PlaceLine;
import app.keepsake.operations.backup.SaidLines.RequestLine;
import app.keepsake.operations.backup.SaidLines.SettingLine;
import app.keepsake.operations.backup.SaidLines.ShownLine;
import app.keepsake.operations.backup.SaidLines.UnsureLine;
import app.keepsake.share.SavedTargets;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Backups as files: a zip that begins with a header, and holds files of JSON Lines. Described in docs/backup-format.md. */
final class BackupZip {
    /** What this program writes, and the newest that it reads. */
    static final int VERSION = 6;

    private static final String FORMAT = "keepsake backup";
    private static final String HEADER = "backup.json";

    /** The files in it, and what each of their lines is. */
    private static final Map<String, Class<? extends Line>> FILES = files();

    private static Map<String, Class<? extends Line>> files() {
        Map<String, Class<? extends Line>> files = new LinkedHashMap<>();
        files.put("people.jsonl", PersonLine.class);
        files.put("about.jsonl", AboutLine.class);
        files.put("faces.jsonl", FaceLine.class);
        files.put("corrections.jsonl", CorrectionLine.class);
        files.put("choices.jsonl", ChoiceLine.class);
        files.put("edits.jsonl", EditLine.class);
        files.put("moves.jsonl", MoveLine.class);
        files.put("details.jsonl", DetailLine.class);
        files.put("requests.jsonl", RequestLine.class);
        files.put("shown.jsonl", ShownLine.class);
        files.put("unsure.jsonl", UnsureLine.class);
        files.put("dates.jsonl", DateLine.class);
        files.put("marks.jsonl", MarkLine.class);
        files.put("settings.jsonl", SettingLine.class);
        files.put("places.jsonl", PlaceLine.class);
        return files;
    }

    /** Files that are only in backups of this version or a newer one. */
    private static final Map<String, Integer> SINCE = Map.of(
            "unsure.jsonl",
            2,
            "moves.jsonl",
            3,
            "dates.jsonl",
            3,
            "marks.jsonl",
            4,
            "about.jsonl",
            5,
            "details.jsonl",
            6);

    private static Set<String> filesOf(int version) {
        return FILES.keySet().stream()
                .filter(name -> SINCE.getOrDefault(name, 1) <= version)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private BackupZip() {}

    /**
     * What stands first.
     *
     * @param sha256 of each file
     */
    record Header(
            String format,
            int version,
            Instant made,
            String keepsake,
            boolean secrets,
            List<String> leftOut,
            Map<String, String> sha256) {}

    public static void write(Backup backup, OutputStream to) throws IOException {
        Map<String, byte[]> contents = contents(backup);
        Header header = new Header(
                FORMAT,
                VERSION,
                backup.made(),
                backup.keepsake(),
                backup.secrets(),
                backup.leftOut(),
                digests(contents));
        ZipOutputStream zip = new ZipOutputStream(to);
        put(zip, HEADER, StrictJson.bytes(header));
        for (Map.Entry<String, byte[]> file : contents.entrySet()) {
            put(zip, file.getKey(), file.getValue());
        }
        zip.finish();
    }

    private static void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        // The same backup gives the same bytes.
        entry.setTimeLocal(LocalDateTime.of(1980, 1, 1, 0, 0));
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
    }

    private static Map<String, byte[]> contents(Backup backup) {
        Said said = backup.said();
        Map<String, List<? extends Line>> lines = new LinkedHashMap<>();
        lines.put("people.jsonl", said.people().stream().map(PersonLine::of).toList());
        lines.put(
                "about.jsonl",
                said.people().stream()
                        .flatMap(one -> AboutLine.of(one).stream())
                        .toList());
        lines.put("faces.jsonl", said.faces().stream().map(FaceLine::of).toList());
        lines.put(
                "corrections.jsonl",
                said.corrections().stream().map(CorrectionLine::of).toList());
        lines.put("choices.jsonl", said.choices().stream().map(ChoiceLine::of).toList());
        lines.put("edits.jsonl", said.edits().stream().map(EditLine::of).toList());
        lines.put(
                "moves.jsonl",
                said.edits().stream()
                        .flatMap(edit -> MoveLine.of(edit).stream())
                        .toList());
        lines.put(
                "details.jsonl",
                said.edits().stream()
                        .flatMap(edit -> DetailLine.of(edit).stream())
                        .toList());
        lines.put(
                "requests.jsonl", said.requests().stream().map(RequestLine::of).toList());
        lines.put("shown.jsonl", said.showings().stream().map(ShownLine::of).toList());
        lines.put("unsure.jsonl", said.unsure().stream().map(UnsureLine::of).toList());
        lines.put("dates.jsonl", said.dates().stream().map(DateLine::of).toList());
        lines.put("marks.jsonl", said.marks().stream().map(MarkLine::of).toList());
        lines.put(
                "settings.jsonl",
                backup.settings().entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(setting -> new SettingLine(setting.getKey(), setting.getValue()))
                        .toList());
        lines.put("places.jsonl", backup.places().stream().map(PlaceLine::of).toList());
        Map<String, byte[]> contents = new LinkedHashMap<>();
        lines.forEach((name, all) -> contents.put(name, StrictJson.lines(all)));
        return contents;
    }

    private static Map<String, String> digests(Map<String, byte[]> contents) {
        Map<String, String> digests = new LinkedHashMap<>();
        contents.forEach((name, content) ->
                digests.put(name, HexFormat.of().formatHex(LineReader.sha256().digest(content))));
        return digests;
    }

    /** What tells a backup from another, whenever it was made. */
    public static Map<String, String> digests(Backup backup) {
        return digests(contents(backup));
    }

    /** The same of a file; empty when it is no backup. */
    public static Optional<Map<String, String>> digests(Path file) {
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(file))) {
            return Optional.of(header(file, zip).sha256());
        } catch (IOException none) {
            return Optional.empty();
        }
    }

    /** See {@link Backup#read}. */
    public static Backup read(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new IOException("%s: expected a backup's file, found none.".formatted(file));
        }
        if (Files.size(file) > Backup.MOST_BYTES) {
            throw new IOException("%s: expected a backup of at most %d MB, found %d."
                    .formatted(file, Backup.MOST_BYTES >> 20, Files.size(file) >> 20));
        }
        try (InputStream in = Files.newInputStream(file);
                ZipInputStream zip = new ZipInputStream(in)) {
            Header header = header(file, zip);
            Map<String, List<Line>> lines = lines(file, zip, header);
            return backup(file, header, lines);
        }
    }

    private static Header header(Path file, ZipInputStream zip) throws IOException {
        ZipEntry first;
        JsonNode told;
        try {
            first = zip.getNextEntry();
            if (first == null || !first.getName().equals(HEADER)) {
                throw new IOException(
                        "%s: expected a backup that Keepsake made, found something else.".formatted(file));
            }
            told = StrictJson.tree(new LineReader(zip).rest());
        } catch (IllegalArgumentException | JacksonException | ZipException | EOFException e) {
            throw damaged(file, e);
        }
        if (!told.path("format").asString("").equals(FORMAT)) {
            throw new IOException("%s: expected a backup that Keepsake made, found something else.".formatted(file));
        }
        int version = told.path("version").asInt(0);
        if (version > VERSION) {
            throw new IOException(
                    "%s was made by a newer Keepsake (its format is %d, this one knows up to %d). Update Keepsake, and try again; nothing was changed."
                            .formatted(file, version, VERSION));
        }
        try {
            return StrictJson.value(told, Header.class);
        } catch (JacksonException e) {
            throw damaged(file, e);
        }
    }

    private static Map<String, List<Line>> lines(Path file, ZipInputStream zip, Header header) throws IOException {
        Map<String, List<Line>> all = new LinkedHashMap<>();
        Set<String> files = filesOf(header.version());
        LineReader reader = new LineReader(zip);
        try {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                String name = entry.getName();
                Class<? extends Line> type = FILES.get(name);
                if (type == null || !files.contains(name) || all.containsKey(name)) {
                    throw new IOException("%s: expected %s, each once, found one more. Keepsake did not make it so."
                            .formatted(file, String.join(", ", files)));
                }
                List<Line> lines = reader.lines(name, type);
                if (!reader.digest().equals(header.sha256().get(name))) {
                    throw new IOException("%s is damaged: what %s holds is not what was written. Take another backup."
                            .formatted(file, name));
                }
                all.put(name, lines);
            }
        } catch (IllegalArgumentException | JacksonException | ZipException | EOFException e) {
            throw damaged(file, e);
        }
        if (!all.keySet().containsAll(files)) {
            throw new IOException("%s is damaged: it ends too early. Take another backup.".formatted(file));
        }
        return all;
    }

    private static IOException damaged(Path file, Exception why) {
        return new IOException(
                "%s cannot be read as a backup: %s Take another one; nothing was changed."
                        .formatted(file, why instanceof EOFException ? "It ends too early." : why.getMessage()),
                why);
    }

    private static Backup backup(Path file, Header header, Map<String, List<Line>> lines) throws IOException {
        List<Said.Someone> people = new ArrayList<>();
        Map<Long, AboutLine> about = new HashMap<>();
        List<Said.KnownFace> faces = new ArrayList<>();
        List<Said.Correction> corrections = new ArrayList<>();
        List<Choice> choices = new ArrayList<>();
        List<Said.EditOf> edits = new ArrayList<>();
        Map<String, Map<ContentHash, Boolean>> moves = new HashMap<>();
        Map<String, Map<ContentHash, ShotEdit>> details = new HashMap<>();
        List<Request> requests = new ArrayList<>();
        List<Said.Shown> showings = new ArrayList<>();
        List<Said.Unsure> unsure = new ArrayList<>();
        List<Said.Dated> dates = new ArrayList<>();
        List<Said.Marked> marks = new ArrayList<>();
        Map<String, Object> settings = new LinkedHashMap<>();
        List<SavedTargets.Saved> places = new ArrayList<>();
        for (Map.Entry<String, List<Line>> each : lines.entrySet()) {
            int number = 0;
            for (Line line : each.getValue()) {
                number++;
                try {
                    switch (line) {
                        case PersonLine one -> people.add(one.said());
                        case AboutLine one -> {
                            if (about.put(one.person(), one) != null) {
                                throw new IllegalArgumentException(
                                        "Expected each person once, found %d again.".formatted(one.person()));
                            }
                        }
                        case FaceLine one -> faces.add(one.said());
                        case CorrectionLine one -> corrections.add(one.said());
                        case ChoiceLine one -> choices.add(one.said());
                        case EditLine one -> edits.add(one.said());
                        case MoveLine one -> once(moves, one.memory(), one.said(), one.moves());
                        case DetailLine one -> once(details, one.memory(), one.shot(), one.said());
                        case RequestLine one -> requests.add(one.said());
                        case ShownLine one -> showings.add(one.said());
                        case UnsureLine one -> unsure.add(one.said());
                        case DateLine one -> dates.add(one.said());
                        case MarkLine one -> marks.add(one.said());
                        case SettingLine one -> settings.put(one.name(), one.value());
                        case PlaceLine one -> places.add(one.said());
                    }
                } catch (IllegalArgumentException e) {
                    throw new IOException(
                            "%s, line %d of %s: %s Nothing was changed."
                                    .formatted(file, number, each.getKey(), e.getMessage()),
                            e);
                }
            }
        }
        try {
            Said said = new Said(
                    told(people, about),
                    faces,
                    corrections,
                    choices,
                    with(edits, moves, details),
                    requests,
                    showings,
                    unsure,
                    dates,
                    marks);
            return new Backup(
                    header.made(), header.keepsake(), header.secrets(), said, settings, places, header.leftOut());
        } catch (IllegalArgumentException e) {
            throw damaged(file, e);
        }
    }

    /** People with what else was said of them. */
    private static List<Said.Someone> told(List<Said.Someone> people, Map<Long, AboutLine> about) {
        Set<Long> unknown = new HashSet<>(about.keySet());
        List<Said.Someone> all = new ArrayList<>();
        for (Said.Someone one : people) {
            AboutLine line = about.get(one.number());
            all.add(line == null ? one : line.said(one));
            unknown.remove(one.number());
        }
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException(
                    "Expected numbers of people in about.jsonl, found %d more.".formatted(unknown.size()));
        }
        return all;
    }

    private static <T> void once(Map<String, Map<ContentHash, T>> all, String memory, ContentHash photo, T said) {
        if (all.computeIfAbsent(memory, id -> new HashMap<>()).put(photo, said) != null) {
            throw new IllegalArgumentException(
                    "Expected each photo once, found %s of %s again.".formatted(photo, memory));
        }
    }

    /** Edits with what was said of single shots, which has files of its own since there were none before. */
    private static List<Said.EditOf> with(
            List<Said.EditOf> edits,
            Map<String, Map<ContentHash, Boolean>> moves,
            Map<String, Map<ContentHash, ShotEdit>> details) {
        return edits.stream()
                .map(edit -> edit.with(
                        moves.getOrDefault(edit.memory(), Map.of()), details.getOrDefault(edit.memory(), Map.of())))
                .toList();
    }
}
