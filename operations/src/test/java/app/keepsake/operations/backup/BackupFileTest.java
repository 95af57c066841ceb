package app.keepsake.operations.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.keepsake.catalog.Box;
import app.keepsake.catalog.Choice;
import app.keepsake.catalog.ContentHash;
import app.keepsake.catalog.Marks;
import app.keepsake.catalog.Relation;
import app.keepsake.catalog.Request;
import app.keepsake.catalog.Said;
import app.keepsake.catalog.ShotEdit;
import app.keepsake.catalog.Subject;
import app.keepsake.catalog.Taken;
import app.keepsake.share.SavedTargets;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file that may come from anywhere is read whole, or refused with a sentence that says why. */
final class BackupFileTest {
    private static final ContentHash PHOTO = ContentHash.ofContent(new byte[] {1});
    private static final Box PLACE = new Box(0.1, 1 / 3.0, 0.25, 0.2);
    private static final Instant NOW = Instant.parse("2026-11-30T05:17:00.123Z");
    private static final Said SAID = new Said(
            List.of(
                    new Said.Someone(1, Optional.of("Анна \"\\\n😀"), true, false, Optional.of(LocalDate.EPOCH)),
                    new Said.Someone(2, Optional.empty(), false, true, Optional.empty()),
                    new Said.Someone(4, Optional.of("Carla"), false, false, Optional.empty())
                            .with(false, Optional.of(MonthDay.of(2, 29)), Optional.of(Relation.DAUGHTER)),
                    new Said.Someone(5, Optional.empty(), false, false, Optional.empty())
                            .with(true, Optional.empty(), Optional.empty())),
            List.of(
                    new Said.KnownFace(PHOTO, PLACE, 1, true),
                    new Said.KnownFace(PHOTO, new Box(0.6, 0.1, 0.2, 0.2), 3, false)),
            List.of(
                    new Said.Correction(PHOTO, PLACE, 1, true, NOW),
                    new Said.Correction(PHOTO, PLACE, 2, false, NOW.plusMillis(1))),
            List.of(
                    new Choice(0, Choice.Stance.NEVER, new Subject.OfPair(1, 2), "said\tso", NOW),
                    new Choice(0, Choice.Stance.ALLOW, new Subject.OfFolder("/photos/a b"), "", NOW),
                    new Choice(0, Choice.Stance.HIDE, new Subject.OfAsset(PHOTO), "", NOW)),
            List.of(new Said.EditOf(
                    "2024-05-lisbon-3f2a",
                    Optional.of("Ours"),
                    Optional.of(""),
                    Optional.of("gentle"),
                    3,
                    Optional.of("/music/song.mp3"),
                    List.of(PHOTO),
                    Map.of(PHOTO, false),
                    Map.of(PHOTO, new ShotEdit(Optional.of("Anna's \"boat\""), ShotEdit.Hold.LONGER)),
                    NOW)),
            List.of(new Request("2024-05-anna-3f2b", "request", "Anna at the sea")),
            List.of(new Said.Shown(LocalDate.of(2024, 5, 3), "2024-05-lisbon-3f2a", "trip", List.of(PHOTO))),
            List.of(new Said.Unsure(PHOTO, PLACE, PHOTO, new Box(0.6, 0.1, 0.2, 0.2), NOW)),
            List.of(
                    new Said.Dated(PHOTO, Taken.parse("1985-07"), NOW),
                    new Said.Dated(PHOTO, Taken.parse("1980s"), NOW.plusMillis(1))),
            List.of(
                    new Said.Marked("2024-05-lisbon-3f2a", Marks.Mark.PINNED, NOW),
                    new Said.Marked("2024-05-rome-3f2b", Marks.Mark.DELETED, NOW)));
    private static final Backup BACKUP = new Backup(
            NOW,
            "0.1.0",
            true,
            SAID,
            Map.of("language", "de", "folders", List.of("/photos"), "background", true, "thumbnailMegabytes", 500),
            List.of(new SavedTargets.Saved("nas", "webdav", Map.of("url", "https://nas.local", "password", "secret"))),
            List.of("The settings are left out."));

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void writeBackup() throws IOException {
        file = folder.resolve("backup.zip");
        BACKUP.write(file);
    }

    @Test
    void isReadAsItWasWritten() throws IOException {
        Backup read = Backup.read(file);
        assertThat(read).isEqualTo(BACKUP);
        assertThat(read.isSameAs(file)).isTrue();
        assertThat(new Backup(NOW.plusSeconds(1), "0.2.0", false, SAID, BACKUP.settings(), BACKUP.places(), List.of())
                        .isSameAs(file))
                .isTrue();
        assertThat(new Backup(NOW, "0.1.0", true, SAID, Map.of(), BACKUP.places(), List.of()).isSameAs(file))
                .isFalse();
    }

    @Test
    void isTheFormatThatIsDescribed() throws IOException {
        Map<String, String> entries = entries();
        assertThat(entries.get("choices.jsonl"))
                .startsWith("{\"stance\":\"never\",\"subject\":\"pair:1+2\",\"note\":\"said\\tso\","
                        + "\"at\":\"2026-11-30T05:17:00.123Z\"}\n");
        assertThat(entries.get("about.jsonl"))
                .isEqualTo("{\"person\":4,\"nobody\":false,\"birthday\":\"--02-29\",\"relation\":\"daughter\"}\n"
                        + "{\"person\":5,\"nobody\":true,\"birthday\":null,\"relation\":null}\n");
        assertThat(entries.get("details.jsonl"))
                .isEqualTo("{\"memory\":\"2024-05-lisbon-3f2a\",\"photo\":\"" + PHOTO
                        + "\",\"caption\":\"Anna's \\\"boat\\\"\",\"hold\":\"longer\"}\n");
        assertThat(entries.get("faces.jsonl")).startsWith("{\"person\":1,\"photo\":\"" + PHOTO + "\",\"box\":[0.1,");
        assertThat(entries.get("backup.json")).contains("\"format\":\"keepsake backup\",\"version\":6");
    }

    @Test
    void damagedFilesAreRefused() throws IOException {
        byte[] whole = Files.readAllBytes(file);
        Random random = new Random(5);
        for (int i = 0; i < 400; i++) {
            byte[] damaged = whole.clone();
            if (i % 2 == 0) {
                damaged = Arrays.copyOf(damaged, random.nextInt(damaged.length));
            } else {
                damaged[random.nextInt(damaged.length)] ^= (byte) (1 + random.nextInt(255));
            }
            Files.write(file, damaged);
            try {
                // Bytes that mean nothing may change.
                assertThat(Backup.read(file).said()).isEqualTo(SAID);
            } catch (IOException refused) {
                assertThat(refused.getMessage()).contains("backup.zip");
            }
        }
    }

    private Map<String, String> ofVersion(int version, String... absent) throws IOException {
        BACKUP.write(file);
        Map<String, String> entries = entries();
        for (String name : absent) {
            entries.remove(name);
            entries.computeIfPresent(
                    "backup.json", (key, text) -> text.replaceFirst(",?\"" + name + "\":\"[0-9a-f]{64}\"", ""));
        }
        entries.computeIfPresent("backup.json", (key, text) -> text.replace("\"version\":6", "\"version\":" + version));
        return entries;
    }

    @Test
    void theFirstVersionHadNoPairsThatNobodyCouldTell() throws IOException {
        assertRefused(
                ofVersion(
                        2, "unsure.jsonl", "dates.jsonl", "moves.jsonl", "marks.jsonl", "about.jsonl", "details.jsonl"),
                "ends too early");
        Map<String, String> entries = ofVersion(
                1, "unsure.jsonl", "dates.jsonl", "moves.jsonl", "marks.jsonl", "about.jsonl", "details.jsonl");
        write(entries);
        Said read = Backup.read(file).said();
        assertThat(read.unsure()).isEmpty();
        assertThat(read.showings()).isEqualTo(SAID.showings());
        entries.put("unsure.jsonl", "");
        assertRefused(entries, "Keepsake did not make it so");
    }

    @Test
    void theSecondVersionHadNoDates() throws IOException {
        assertRefused(ofVersion(3, "dates.jsonl", "marks.jsonl", "about.jsonl", "details.jsonl"), "ends too early");
        write(ofVersion(2, "dates.jsonl", "moves.jsonl", "marks.jsonl", "about.jsonl", "details.jsonl"));
        Said read = Backup.read(file).said();
        assertThat(read.dates()).isEmpty();
        assertThat(read.unsure()).isEqualTo(SAID.unsure());
    }

    @Test
    void theThirdVersionHadNoMarks() throws IOException {
        write(ofVersion(3, "marks.jsonl", "about.jsonl", "details.jsonl"));
        Said read = Backup.read(file).said();
        assertThat(read.marks()).isEmpty();
        assertThat(read.dates()).isEqualTo(SAID.dates());
        Map<String, String> entries = entries();
        entries.put("marks.jsonl", "");
        assertRefused(entries, "Keepsake did not make it so");
    }

    @Test
    void theFifthVersionSaidNoMoreOfSingleShots() throws IOException {
        assertRefused(ofVersion(6, "details.jsonl"), "ends too early");
        write(ofVersion(5, "details.jsonl"));
        Said.EditOf read = Backup.read(file).said().edits().getFirst();
        assertThat(read.details()).isEmpty();
        assertThat(read.moves()).isEqualTo(SAID.edits().getFirst().moves());
    }

    @Test
    void theFourthVersionSaidNoMoreOfPeople() throws IOException {
        assertRefused(ofVersion(5, "about.jsonl", "details.jsonl"), "ends too early");
        write(ofVersion(4, "about.jsonl", "details.jsonl"));
        Said read = Backup.read(file).said();
        assertThat(read.people()).allMatch(one -> one.relation().isEmpty() && !one.nobody());
        assertThat(read.dates()).isEqualTo(SAID.dates());
    }

    @Test
    void newerOnesAreRefusedInWords() throws IOException {
        Map<String, String> entries = entries();
        entries.computeIfPresent(
                "backup.json", (name, text) -> text.replace("\"version\":6", "\"version\":7,\"more\":true"));
        assertRefused(entries, "newer Keepsake", "Update Keepsake");
    }

    @Test
    void whatIsNoBackupIsRefusedInWords() throws IOException {
        Files.writeString(file, "a photo");
        assertThatThrownBy(() -> Backup.read(file)).hasMessageContaining("expected a backup that Keepsake made");
        assertThatThrownBy(() -> Backup.read(folder)).hasMessageContaining("found none");
        Map<String, String> entries = entriesOf(BACKUP);
        entries.remove("backup.json");
        assertRefusedAsItIs(entries, "expected a backup that Keepsake made");
    }

    @Test
    void namesNeverBecomePathsAndOthersAreRefused() throws IOException {
        for (String name : List.of("../../evil.sh", "/etc/evil", "people.jsonl/../x", "C:\\evil", "more.jsonl", "")) {
            Map<String, String> entries = entriesOf(BACKUP);
            entries.put(name, "{}\n");
            assertRefused(entries, "Keepsake did not make it so");
        }
        try (Stream<Path> files = Files.walk(folder)) {
            assertThat(files.filter(Files::isRegularFile)).containsExactly(file);
        }
    }

    @Test
    void whatIsTooLargeIsRefusedBeforeItIsRead() throws IOException {
        String header = entriesOf(BACKUP).get("backup.json");
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("backup.json"));
            zip.write(header.getBytes(StandardCharsets.UTF_8));
            zip.putNextEntry(new ZipEntry("people.jsonl"));
            byte[] spaces = new byte[1 << 20];
            for (int i = 0; i < 3; i++) {
                zip.write(spaces);
            }
        }
        assertThatThrownBy(() -> Backup.read(file)).hasMessageContaining("longer than any");
    }

    @Test
    void whatNobodyCouldHaveSaidIsRefused() throws IOException {
        String choices = "choices.jsonl";
        assertLineRefused("people.jsonl", "\"person\":2", "\"person\":1");
        assertLineRefused("about.jsonl", "\"person\":5", "\"person\":4");
        assertLineRefused("about.jsonl", "\"person\":5", "\"person\":6");
        assertLineRefused("about.jsonl", "--02-29", "--02-30");
        assertLineRefused("about.jsonl", "daughter", "dog");
        assertLineRefused("people.jsonl", "\"person\":2", "\"person\":0");
        assertLineRefused("people.jsonl", "\"hidden\":true", "\"hidden\":null");
        assertLineRefused("people.jsonl", "1970-01-01", "1970-13-01");
        assertLineRefused("faces.jsonl", "[0.1,", "[\"NaN\",");
        assertLineRefused("faces.jsonl", "[0.1,", "[null,");
        assertLineRefused("faces.jsonl", "[0.1,", "[1e300,");
        assertLineRefused("faces.jsonl", "[0.1,", "[");
        assertLineRefused("faces.jsonl", PHOTO.toString(), "abc");
        assertLineRefused("faces.jsonl", "\"" + PHOTO + "\"", "null");
        assertLineRefused(choices, "pair:1+2", "pair:1+9");
        assertLineRefused(choices, "pair:1+2", "planet:mars");
        assertLineRefused(choices, "\"never\"", "\"perhaps\"");
        assertLineRefused(choices, "\"note\":", "\"more\":1,\"note\":");
        assertLineRefused(choices, "\"note\":", "\"note\":\"\",\"note\":");
        assertLineRefused(choices, "2026-11-30T05:17:00.123Z", "-999999999-01-01T00:00:00Z");
        assertLineRefused("edits.jsonl", "2024-05-lisbon-3f2a", "../../films");
        assertLineRefused("edits.jsonl", "\"gentle\"", "\"--output=/etc/passwd\"");
        assertLineRefused("edits.jsonl", "/music/song.mp3", "song.mp3");
        assertLineRefused("edits.jsonl", "/music/song.mp3", "/music/\\u0000");
        assertLineRefused("edits.jsonl", "[\"" + PHOTO + "\"]", "[null]");
        assertLineRefused("dates.jsonl", "1985-07", "1985-17");
        assertLineRefused("dates.jsonl", "1980..1989", "1980..1979");
        assertLineRefused("unsure.jsonl", "[0.6,", "[1e300,");
        assertLineRefused("unsure.jsonl", "\"otherPhoto\":\"", "\"otherPhoto\":\"x");
        assertLineRefused("requests.jsonl", "Anna at the sea", "a".repeat(5000));
        assertLineRefused("places.jsonl", "\"secret\"", "null");
        assertLineRefused("settings.jsonl", "{", "[".repeat(2000) + "{");
    }

    private void assertLineRefused(String name, String part, String other) throws IOException {
        Map<String, String> entries = entriesOf(BACKUP);
        assertThat(entries.get(name)).contains(part);
        entries.computeIfPresent(
                name, (key, text) -> text.replaceFirst(Pattern.quote(part), Matcher.quoteReplacement(other)));
        assertRefused(entries, "changed");
    }

    /** The header's digests are made right first: whoever forges a file does so. */
    private void assertRefused(Map<String, String> entries, String... words) throws IOException {
        entries.computeIfPresent("backup.json", (name, header) -> {
            String forged = header;
            for (Map.Entry<String, String> entry : entries.entrySet()) {
                forged = forged.replaceFirst(
                        "\"" + Pattern.quote(entry.getKey()) + "\":\"[0-9a-f]{64}\"",
                        Matcher.quoteReplacement("\"" + entry.getKey() + "\":\"" + sha256(entry.getValue()) + "\""));
            }
            return forged;
        });
        assertRefusedAsItIs(entries, words);
    }

    private void assertRefusedAsItIs(Map<String, String> entries, String... words) throws IOException {
        write(entries);
        assertThatThrownBy(() -> Backup.read(file))
                .isInstanceOf(IOException.class)
                .hasMessageContainingAll(words);
    }

    private void write(Map<String, String> entries) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        Files.write(file, bytes.toByteArray());
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private Map<String, String> entries() throws IOException {
        Map<String, String> entries = new LinkedHashMap<>();
        try (InputStream in = Files.newInputStream(file);
                ZipInputStream zip = new ZipInputStream(in)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                entries.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return entries;
    }

    private Map<String, String> entriesOf(Backup backup) throws IOException {
        Files.deleteIfExists(file);
        backup.write(file);
        return entries();
    }

    @Test
    void nightsOnWhichNothingIsNewAreLeftOutAndOldOnesGo() throws IOException {
        BackupFolder backups = new BackupFolder(folder);
        LocalDate day = LocalDate.of(2026, 1, 1);
        assertThat(backups.keep(BACKUP, day)).isPresent();
        assertThat(backups.keep(BACKUP, day.plusDays(1))).isEmpty();
        Backup nothing = new Backup(NOW, "0.1.0", false, Said.NOTHING, Map.of(), List.of(), List.of());
        assertThat(backups.keep(nothing, day.plusDays(2))).isEmpty();
        Files.writeString(folder.resolve("backups").resolve("mine.zip"), "");
        for (int i = 3; i < 30; i++) {
            assertThat(backups.keep(
                            new Backup(NOW, "0.1.0", false, SAID, Map.of("language", "x" + i), List.of(), List.of()),
                            day.plusDays(i)))
                    .isPresent();
        }
        assertThat(backups.nightly())
                .hasSize(BackupFolder.KEPT)
                .first()
                .isEqualTo(folder.resolve("backups").resolve("keepsake-2026-01-30.zip"));
        assertThat(folder.resolve("backups").resolve("mine.zip")).exists();
    }
}
