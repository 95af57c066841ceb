package app.keepsake.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Compares what is read with what exiftool reads from the same camera files. */
final class ManifestAgreementTest {
    private static final Pattern DATE = Pattern.compile("(\\d{4}):(\\d\\d):(\\d\\d) (\\d\\d):(\\d\\d):(\\d\\d).*");

    private final Map<String, int[]> counts = new TreeMap<>();
    private final List<String> differences = new ArrayList<>();

    @Test
    void agreesWithExiftool() throws IOException {
        Path folder = SharedFiles.folder();
        for (Map<String, String> row : rows(folder.resolve("manifest.csv"))) {
            Path file = folder.resolve(row.get("SourceFile"));
            boolean broken = file.toString().contains("malformed");
            if (broken
                    || !List.of("JPEG", "HEIC", "HEIF", "MOV", "MP4").contains(row.get("FileType"))
                    || isText(file)) {
                continue;
            }
            try {
                compare(row, MediaReader.read(file));
                count("readable", true, "");
            } catch (MediaException e) {
                count("readable", false, e.getMessage());
            }
        }
        counts.forEach((what, count) -> System.out.printf("%s: %d of %d agree%n", what, count[0], count[0] + count[1]));
        differences.forEach(System.out::println);
        counts.forEach((what, count) ->
                assertThat((double) count[0] / (count[0] + count[1])).as(what).isGreaterThan(0.96));
    }

    private static boolean isText(Path file) {
        return file.toString().endsWith(".json");
    }

    private void compare(Map<String, String> row, MediaInfo info) {
        String name = row.get("SourceFile");
        Optional<LocalDateTime> date = date(row.get("DateTimeOriginal"));
        if (date.isEmpty() && !info.type().isVideo()) {
            date = date(row.get("CreateDate"));
        }
        date.ifPresent(expected -> count(
                "date",
                info.capturedAt().map(found -> found.withNano(0)).equals(Optional.of(expected)),
                name + " date " + expected + " found " + info.capturedAt() + info.timeSource()));
        if (!row.get("OffsetTimeOriginal").isEmpty()) {
            ZoneOffset expected = ZoneOffset.of(row.get("OffsetTimeOriginal"));
            count("offset", info.utcOffset().equals(Optional.of(expected)), name + " offset " + info.utcOffset());
        }
        compareClipDate(row, info);
        if (row.get("GPSLatitude").matches("-?[\\d.]+")
                && row.get("GPSLongitude").matches("-?[\\d.]+")) {
            double latitude = Double.parseDouble(row.get("GPSLatitude"));
            double longitude = Double.parseDouble(row.get("GPSLongitude"));
            boolean near = info.location()
                    .filter(found -> Math.abs(found.latitude() - latitude) < 1e-4
                            && Math.abs(found.longitude() - longitude) < 1e-4)
                    .isPresent();
            count("location", near, name + " location " + latitude + " " + longitude + " found " + info.location());
        }
        if (!row.get("Model").isEmpty()) {
            String model = row.get("Model").strip();
            count(
                    "camera",
                    info.camera().filter(found -> found.endsWith(model)).isPresent(),
                    name + " " + model + " found " + info.camera());
        }
        int width = Integer.parseInt(row.get("ImageWidth"));
        int height = Integer.parseInt(row.get("ImageHeight"));
        boolean turned = row.get("Orientation").matches("[5-8]");
        boolean same = info.width() == width && info.height() == height;
        boolean swapped = info.width() == height && info.height() == width;
        boolean container = info.type() == MediaType.HEIF || info.type().isVideo();
        count(
                "size",
                container ? same || swapped : turned ? swapped : same,
                name + " size " + width + " x " + height + " found " + info.width() + " x " + info.height());
    }

    /** Clips tell UTC; a wall clock that is known besides must be the same moment. */
    private void compareClipDate(Map<String, String> row, MediaInfo info) {
        Optional<LocalDateTime> utc = date(row.get("CreateDate"));
        if (info.type().isVideo() && utc.isPresent()) {
            Optional<LocalDateTime> found = info.capturedAt()
                    .flatMap(local -> info.utcOffset()
                            .map(offset -> local.atOffset(offset)
                                    .withOffsetSameInstant(ZoneOffset.UTC)
                                    .toLocalDateTime()
                                    .withNano(0)));
            // Apple's own date is the recording's start, the header's is when the file was finished.
            boolean same = found.filter(
                            time -> Math.abs(Duration.between(time, utc.get()).toSeconds()) < 60)
                    .isPresent();
            count("clip date", same, row.get("SourceFile") + " clip " + utc + " found " + found);
        }
    }

    private void count(String what, boolean agrees, String difference) {
        counts.computeIfAbsent(what, key -> new int[2])[agrees ? 0 : 1]++;
        if (!agrees) {
            differences.add(difference);
        }
    }

    private static Optional<LocalDateTime> date(String text) {
        Matcher parts = DATE.matcher(text);
        if (!parts.matches() || text.startsWith("0000")) {
            return Optional.empty();
        }
        int[] numbers = new int[6];
        for (int i = 0; i < 6; i++) {
            numbers[i] = Integer.parseInt(parts.group(i + 1));
        }
        return Optional.of(LocalDateTime.of(numbers[0], numbers[1], numbers[2], numbers[3], numbers[4], numbers[5]));
    }

    /** Rows by column name; cells may be quoted. */
    private static List<Map<String, String>> rows(Path csv) throws IOException {
        List<String> lines = Files.readAllLines(csv);
        List<String> names = cells(lines.getFirst());
        List<Map<String, String>> rows = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            List<String> cells = cells(line);
            if (cells.size() == names.size() && !cells.getFirst().equals("SourceFile")) {
                Map<String, String> row = new LinkedHashMap<>();
                for (int i = 0; i < names.size(); i++) {
                    row.put(names.get(i), cells.get(i));
                }
                rows.add(row);
            }
        }
        return rows;
    }

    private static List<String> cells(String line) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        cells.add(cell.toString());
        return cells;
    }
}
