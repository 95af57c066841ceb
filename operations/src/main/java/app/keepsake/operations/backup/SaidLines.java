package app.keepsake.operations.backup;

import app.keepsake.catalog.Box;
import app.keepsake.catalog.Choice;
import app.keepsake.catalog.ContentHash;
import app.keepsake.catalog.Edit;
import app.keepsake.catalog.Marks;
import app.keepsake.catalog.Relation;
import app.keepsake.catalog.Request;
import app.keepsake.catalog.Said;
import app.keepsake.catalog.ShotEdit;
import app.keepsake.catalog.Subject;
import app.keepsake.catalog.Taken;
import app.keepsake.share.SavedTargets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The lines of a backup: each a record, written as a JSON object. What is read may come from anywhere, so that all that
 * is not as Keepsake writes it is refused, by an {@link IllegalArgumentException} that says what was expected.
 */
final class SaidLines {
    private static final Pattern MEMORY = Pattern.compile("[a-z0-9-]{1,200}");
    private static final Pattern WORD = Pattern.compile("[a-z0-9-]{1,40}");
    private static final int LONGEST = 4000;
    private static final int MOST_SHOTS = 1000;
    private static final double FARTHEST = 10;

    private SaidLines() {}

    /** A line. */
    sealed interface Line {}

    record PersonLine(long person, Optional<String> name, boolean hidden, boolean pet, Optional<LocalDate> born)
            implements Line {
        static PersonLine of(Said.Someone one) {
            return new PersonLine(one.number(), one.name(), one.hidden(), one.pet(), one.born());
        }

        Said.Someone said() {
            name.ifPresent(text -> text("a name", text));
            return new Said.Someone(person, name, hidden, pet, born);
        }
    }

    /** What else was said of somebody. @param birthday "--05-03", where the year is not known */
    record AboutLine(long person, boolean nobody, Optional<String> birthday, Optional<String> relation)
            implements Line {
        static Optional<AboutLine> of(Said.Someone one) {
            return one.nobody() || one.birthday().isPresent() || one.relation().isPresent()
                    ? Optional.of(new AboutLine(
                            one.number(),
                            one.nobody(),
                            one.birthday().map(MonthDay::toString),
                            one.relation().map(Relation::key)))
                    : Optional.empty();
        }

        Said.Someone said(Said.Someone one) {
            return one.with(nobody, birthday.map(AboutLine::day), relation.map(AboutLine::who));
        }

        private static MonthDay day(String text) {
            try {
                return MonthDay.parse(text);
            } catch (DateTimeParseException e) {
                throw new IllegalArgumentException("Expected a day like --05-03, found \"%s\".".formatted(text), e);
            }
        }

        private static Relation who(String text) {
            return Relation.of(text)
                    .orElseThrow(() -> new IllegalArgumentException(
                            "Expected who somebody is, like daughter, found \"%s\".".formatted(text)));
        }
    }

    record FaceLine(long person, String photo, List<Double> box, boolean key) implements Line {
        static FaceLine of(Said.KnownFace face) {
            return new FaceLine(face.person(), face.photo().toString(), numbers(face.box()), face.key());
        }

        Said.KnownFace said() {
            return new Said.KnownFace(ContentHash.parse(photo), SaidLines.box(box), person, key);
        }
    }

    /** @param is whether the face is the person, or is not */
    record CorrectionLine(long person, boolean is, String photo, List<Double> box, Instant at) implements Line {
        static CorrectionLine of(Said.Correction one) {
            return new CorrectionLine(one.person(), one.same(), one.photo().toString(), numbers(one.box()), one.at());
        }

        Said.Correction said() {
            return new Said.Correction(ContentHash.parse(photo), SaidLines.box(box), person, is, time(at));
        }
    }

    record ChoiceLine(String stance, String subject, String note, Instant at) implements Line {
        static ChoiceLine of(Choice choice) {
            return new ChoiceLine(
                    choice.stance().name().toLowerCase(Locale.ROOT),
                    choice.subject().toText(),
                    choice.note(),
                    choice.at());
        }

        Choice said() {
            return new Choice(
                    0,
                    Choice.Stance.parse(stance),
                    Subject.parse(text("a subject", subject)),
                    text("a note", note),
                    time(at));
        }
    }

    record EditLine(
            String memory,
            Optional<String> title,
            Optional<String> subtitle,
            Optional<String> mood,
            int piece,
            Optional<String> music,
            List<String> shots,
            Instant at)
            implements Line {
        static EditLine of(Said.EditOf edit) {
            return new EditLine(
                    edit.memory(),
                    edit.title(),
                    edit.subtitle(),
                    edit.mood(),
                    edit.piece(),
                    edit.music(),
                    edit.shots().stream().map(ContentHash::toString).toList(),
                    edit.at());
        }

        Said.EditOf said() {
            mood.ifPresent(text -> match(WORD, "a mood", text));
            music.ifPresent(file -> {
                if (!Path.of(text("a file", file)).isAbsolute()) {
                    throw new IllegalArgumentException(
                            "Expected the whole path of a file, found \"%s\".".formatted(file));
                }
            });
            // Says what is wrong with the rest.
            Edit ignored = new Edit(title, subtitle, mood, piece, music.map(Path::of), List.of());
            return new Said.EditOf(
                    match(MEMORY, "a memory", memory),
                    title,
                    subtitle,
                    mood,
                    piece,
                    music,
                    photos(shots),
                    Map.of(),
                    Map.of(),
                    time(at));
        }
    }

    /** That a photo of a memory that was changed moves, or stands still. */
    record MoveLine(String memory, String photo, boolean moves) implements Line {
        static List<MoveLine> of(Said.EditOf edit) {
            return new TreeMap<>(edit.moves())
                    .entrySet().stream()
                            .map(one -> new MoveLine(edit.memory(), one.getKey().toString(), one.getValue()))
                            .toList();
        }

        ContentHash said() {
            return ContentHash.parse(photo);
        }
    }

    /** What else was said of a shot of a memory that was changed. @param hold shorter, usual or longer */
    record DetailLine(String memory, String photo, Optional<String> caption, String hold) implements Line {
        static List<DetailLine> of(Said.EditOf edit) {
            return new TreeMap<>(edit.details())
                    .entrySet().stream()
                            .map(one -> new DetailLine(
                                    edit.memory(),
                                    one.getKey().toString(),
                                    one.getValue().caption(),
                                    one.getValue().hold().name().toLowerCase(Locale.ROOT)))
                            .toList();
        }

        ContentHash shot() {
            return ContentHash.parse(photo);
        }

        ShotEdit said() {
            ShotEdit.Hold told = Arrays.stream(ShotEdit.Hold.values())
                    .filter(one -> one.name().toLowerCase(Locale.ROOT).equals(hold))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException(
                            "Expected shorter, usual or longer, found \"%s\".".formatted(text("a word", hold))));
            return new ShotEdit(caption, told);
        }
    }

    record RequestLine(String memory, String kind, String words) implements Line {
        static RequestLine of(Request request) {
            return new RequestLine(request.memory(), request.kind(), request.words());
        }

        Request said() {
            return new Request(match(MEMORY, "a memory", memory), match(WORD, "a kind", kind), text("words", words));
        }
    }

    record ShownLine(LocalDate day, String memory, String kind, List<String> photos) implements Line {
        static ShownLine of(Said.Shown shown) {
            return new ShownLine(
                    shown.day(),
                    shown.memory(),
                    shown.kind(),
                    shown.photos().stream().map(ContentHash::toString).toList());
        }

        Said.Shown said() {
            return new Said.Shown(
                    day, match(MEMORY, "a memory", memory), match(WORD, "a kind", kind), SaidLines.photos(photos));
        }
    }

    record UnsureLine(String photo, List<Double> box, String otherPhoto, List<Double> otherBox, Instant at)
            implements Line {
        static UnsureLine of(Said.Unsure one) {
            return new UnsureLine(
                    one.photo().toString(),
                    numbers(one.box()),
                    one.otherPhoto().toString(),
                    numbers(one.otherBox()),
                    one.at());
        }

        Said.Unsure said() {
            return new Said.Unsure(
                    ContentHash.parse(photo),
                    SaidLines.box(box),
                    ContentHash.parse(otherPhoto),
                    SaidLines.box(otherBox),
                    time(at));
        }
    }

    /** @param taken as {@link Taken} has it in text */
    record DateLine(String photo, String taken, Instant at) implements Line {
        static DateLine of(Said.Dated one) {
            return new DateLine(one.photo().toString(), one.taken().toText(), one.at());
        }

        Said.Dated said() {
            return new Said.Dated(ContentHash.parse(photo), Taken.parse(taken), time(at));
        }
    }

    /** That a memory is pinned, or deleted. */
    record MarkLine(String memory, String mark, Instant at) implements Line {
        static MarkLine of(Said.Marked one) {
            return new MarkLine(one.memory(), one.mark().name().toLowerCase(Locale.ROOT), one.at());
        }

        Said.Marked said() {
            Marks.Mark told = Arrays.stream(Marks.Mark.values())
                    .filter(one -> one.name().toLowerCase(Locale.ROOT).equals(mark))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException(
                            "Expected pinned or deleted, found \"%s\".".formatted(text("a mark", mark))));
            return new Said.Marked(match(MEMORY, "a memory", memory), told, time(at));
        }
    }

    /** A place to send films to. */
    record PlaceLine(String name, String kind, Map<String, String> values) implements Line {
        static PlaceLine of(SavedTargets.Saved place) {
            return new PlaceLine(place.name(), place.kind(), new TreeMap<>(place.values()));
        }

        SavedTargets.Saved said() {
            values.forEach((key, value) -> text("a value", key + value));
            return new SavedTargets.Saved(text("a name", name), text("a kind", kind), new LinkedHashMap<>(values));
        }
    }

    /** A setting of the service. */
    record SettingLine(String name, Object value) implements Line {}

    private static List<Double> numbers(Box box) {
        return List.of(box.x(), box.y(), box.width(), box.height());
    }

    private static Box box(List<Double> numbers) {
        boolean fits = numbers.size() == 4
                && numbers.stream().allMatch(number -> number != null && Math.abs(number) <= FARTHEST)
                && numbers.get(2) > 0
                && numbers.get(3) > 0;
        if (!fits) {
            throw new IllegalArgumentException(
                    "Expected a box of four numbers, left, top, width and height, as parts of the picture, found %s."
                            .formatted(numbers));
        }
        return new Box(numbers.get(0), numbers.get(1), numbers.get(2), numbers.get(3));
    }

    private static List<ContentHash> photos(List<String> hashes) {
        if (hashes.size() > MOST_SHOTS || new HashSet<>(hashes).size() < hashes.size()) {
            throw new IllegalArgumentException(
                    "Expected at most %d photos, each once, found %d.".formatted(MOST_SHOTS, hashes.size()));
        }
        List<ContentHash> photos = new ArrayList<>();
        hashes.forEach(hash -> photos.add(ContentHash.parse(hash)));
        return photos;
    }

    /** A time that a catalog can hold. */
    private static Instant time(Instant at) {
        if (at.isBefore(Instant.EPOCH) || at.isAfter(Instant.parse("9999-12-31T00:00:00Z"))) {
            throw new IllegalArgumentException("Expected a time from 1970 on, found %s.".formatted(at));
        }
        return at;
    }

    private static String match(Pattern pattern, String what, String text) {
        if (!pattern.matcher(text).matches()) {
            throw new IllegalArgumentException("Expected %s, found \"%s\".".formatted(what, text));
        }
        return text;
    }

    private static String text(String what, String text) {
        if (text.length() > LONGEST || text.indexOf('\0') >= 0) {
            throw new IllegalArgumentException(
                    "Expected %s of at most %d characters, found %d.".formatted(what, LONGEST, text.length()));
        }
        return text;
    }
}
