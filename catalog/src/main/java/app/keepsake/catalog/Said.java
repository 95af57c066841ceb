package app.keepsake.catalog;

import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * All that a catalog knows and that cannot be computed again, in a form that another catalog understands: photos go by
 * their content, faces by their photo and place in it, people by numbers that mean something only in here.
 *
 * @param people whom something was said of, by number
 * @param faces of these people; and, to tell them from others, faces of those of whom nothing was said
 * @param corrections in the order in which they were said
 * @param choices in force, in the order in which they were made; their ids mean nothing, people in them go by number
 * @param edits by memory
 * @param requests by memory
 * @param showings by day and memory
 * @param unsure in the order in which it was said
 * @param dates in the order in which they were said
 * @param marks by memory
 */
public record Said(
        List<Someone> people,
        List<KnownFace> faces,
        List<Correction> corrections,
        List<Choice> choices,
        List<EditOf> edits,
        List<Request> requests,
        List<Shown> showings,
        List<Unsure> unsure,
        List<Dated> dates,
        List<Marked> marks) {
    /** Who a face is of which only is known who it is not. */
    public static final long NOBODY = 0;

    /** Nothing was said. */
    public static final Said NOTHING =
            new Said(List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of());

    /** With no memory pinned or deleted. */
    public Said(
            List<Someone> people,
            List<KnownFace> faces,
            List<Correction> corrections,
            List<Choice> choices,
            List<EditOf> edits,
            List<Request> requests,
            List<Shown> showings,
            List<Unsure> unsure,
            List<Dated> dates) {
        this(people, faces, corrections, choices, edits, requests, showings, unsure, dates, List.of());
    }

    /** @throws IllegalArgumentException when a person is meant who is not in {@code people}, or two have one number */
    public Said {
        people = List.copyOf(people);
        faces = List.copyOf(faces);
        corrections = List.copyOf(corrections);
        choices = List.copyOf(choices);
        edits = List.copyOf(edits);
        requests = List.copyOf(requests);
        showings = List.copyOf(showings);
        unsure = List.copyOf(unsure);
        dates = List.copyOf(dates);
        marks = List.copyOf(marks);
        Set<Long> known = new HashSet<>();
        for (Someone one : people) {
            if (one.number() == NOBODY || !known.add(one.number())) {
                throw new IllegalArgumentException(
                        "Expected a number of its own for each person, found %d again.".formatted(one.number()));
            }
        }
        corrections.forEach(correction -> check(known, correction.person()));
        for (Choice choice : choices) {
            switch (choice.subject()) {
                case Subject.OfPerson(long person) -> check(known, person);
                case Subject.OfPair(long first, long second) -> {
                    check(known, first);
                    check(known, second);
                }
                default -> {}
            }
        }
    }

    private static void check(Set<Long> known, long person) {
        if (!known.contains(person)) {
            throw new IllegalArgumentException("Expected the number of a person, found %d.".formatted(person));
        }
    }

    /**
     * Somebody whom the user spoke of.
     *
     * @param nobody whether it is a group of faces that is nobody
     * @param birthday the day of the year where no date of birth is known
     * @param relation who it is to the owner
     */
    public record Someone(
            long number,
            Optional<String> name,
            boolean hidden,
            boolean pet,
            Optional<LocalDate> born,
            boolean nobody,
            Optional<MonthDay> birthday,
            Optional<Relation> relation) {
        /** Of whom no more was said. */
        public Someone(long number, Optional<String> name, boolean hidden, boolean pet, Optional<LocalDate> born) {
            this(number, name, hidden, pet, born, false, Optional.empty(), Optional.empty());
        }

        /** The same under another number. */
        public Someone numbered(long other) {
            return new Someone(other, name, hidden, pet, born, nobody, birthday, relation);
        }

        /** The same, of whom more was said. */
        public Someone with(boolean isNobody, Optional<MonthDay> day, Optional<Relation> who) {
            return new Someone(number, name, hidden, pet, born, isNobody, day, who);
        }
    }

    /**
     * A face.
     *
     * @param person a number in {@code people}; or another, the same for faces that were thought to be one person's; or
     *     {@link #NOBODY} for a face of which was said who it is not
     * @param key whether it stands for the person
     */
    public record KnownFace(ContentHash photo, Box box, long person, boolean key) {}

    /** That a face is, or is not, a person. */
    public record Correction(ContentHash photo, Box box, long person, boolean same, Instant at) {}

    /**
     * What was changed of a memory; see {@link Edit}.
     *
     * @param music path
     * @param shots in order
     * @param moves photos of which was said whether they move, by content
     * @param details what else was said of single shots, by content
     */
    public record EditOf(
            String memory,
            Optional<String> title,
            Optional<String> subtitle,
            Optional<String> mood,
            int piece,
            Optional<String> music,
            List<ContentHash> shots,
            Map<ContentHash, Boolean> moves,
            Map<ContentHash, ShotEdit> details,
            Instant at) {
        public EditOf {
            shots = List.copyOf(shots);
            moves = Map.copyOf(moves);
            details = Map.copyOf(details);
        }

        /** The same, with what was said of movements, and else of single shots. */
        public EditOf with(Map<ContentHash, Boolean> movements, Map<ContentHash, ShotEdit> rest) {
            return new EditOf(memory, title, subtitle, mood, piece, music, shots, movements, rest, at);
        }
    }

    /** That a memory was shown on a day. @param photos of it, by content */
    public record Shown(LocalDate day, String memory, String kind, List<ContentHash> photos) {
        public Shown {
            photos = List.copyOf(photos);
        }
    }

    /** That the user cannot tell whether two faces are one person's. */
    public record Unsure(ContentHash photo, Box box, ContentHash otherPhoto, Box otherBox, Instant at) {}

    /** When a picture was taken; what was said at once has one time. */
    public record Dated(ContentHash photo, Taken taken, Instant at) {}

    /** What was said of a memory as a whole. */
    public record Marked(String memory, Marks.Mark mark, Instant at) {}

    public boolean isNothing() {
        return people.isEmpty()
                && corrections.isEmpty()
                && choices.isEmpty()
                && edits.isEmpty()
                && requests.isEmpty()
                && showings.isEmpty()
                && unsure.isEmpty()
                && dates.isEmpty()
                && marks.isEmpty();
    }

    /** The same, where files lie elsewhere. @param moved where an absolute path is now */
    public Said moved(UnaryOperator<String> moved) {
        return new Said(
                people,
                faces,
                corrections,
                choices.stream()
                        .map(choice -> choice.subject() instanceof Subject.OfFolder(String path)
                                ? new Choice(
                                        choice.id(),
                                        choice.stance(),
                                        new Subject.OfFolder(moved.apply(path)),
                                        choice.note(),
                                        choice.at())
                                : choice)
                        .toList(),
                edits.stream()
                        .map(edit -> new EditOf(
                                edit.memory(),
                                edit.title(),
                                edit.subtitle(),
                                edit.mood(),
                                edit.piece(),
                                edit.music().map(moved),
                                edit.shots(),
                                edit.moves(),
                                edit.details(),
                                edit.at()))
                        .toList(),
                requests.stream()
                        .map(request -> request.isFolder()
                                ? new Request(request.memory(), request.kind(), moved.apply(request.words()))
                                : request)
                        .toList(),
                showings,
                unsure,
                dates,
                marks);
    }
}
