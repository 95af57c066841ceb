package app.keepsake.catalog.internal;

import app.keepsake.catalog.Choice;
import app.keepsake.catalog.ChoiceFile;
import app.keepsake.catalog.Choices;
import app.keepsake.catalog.ContentHash;
import app.keepsake.catalog.InForce;
import app.keepsake.catalog.Subject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** Choices; those taken back stay in the table, out of force. */
final class SqlChoices implements Choices {
    static final String CHOICE = "SELECT id, stance, subject, note, at FROM choice WHERE removed_at IS NULL ";

    private final Database database;
    private final Clock clock;

    SqlChoices(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public List<Choice> all() {
        return database.read(session -> session.list(CHOICE + "ORDER BY id", SqlChoices::choice));
    }

    @Override
    public List<Choice> about(Subject subject) {
        return database.read(
                session -> session.list(CHOICE + "AND subject = ? ORDER BY id", SqlChoices::choice, subject.toText()));
    }

    @Override
    public InForce inForce() {
        return database.read(session -> {
            long revision = Showable.revision(session);
            List<Choice> choices = new ArrayList<>(session.list(CHOICE + "ORDER BY id", SqlChoices::choice));
            for (Choice choice : List.copyOf(choices)) {
                if (choice.stance() == Choice.Stance.HIDE
                        && choice.subject() instanceof Subject.OfAsset(ContentHash hash)) {
                    HiddenAssets.clips(session, hash)
                            .forEach(clip -> choices.add(implied(Choice.Stance.HIDE, new Subject.OfAsset(clip))));
                }
            }
            session.each(
                    "SELECT id FROM person WHERE hidden AND merged_into IS NULL ORDER BY id",
                    row -> choices.add(implied(Choice.Stance.NEVER, new Subject.OfPerson(row.getLong(1)))));
            if (choices.stream().anyMatch(SqlChoices::isNeverSomebody)) {
                session.each(
                        "SELECT a.hash FROM asset a WHERE " + Showable.UNSETTLED,
                        row -> choices.add(implied(
                                Choice.Stance.NEVER, new Subject.OfAsset(ContentHash.ofBytes(row.getBytes(1))))));
            }
            return new InForce(revision, choices);
        });
    }

    private static Choice implied(Choice.Stance stance, Subject subject) {
        return new Choice(InForce.IMPLIED, stance, subject, "", Instant.EPOCH);
    }

    private static boolean isNeverSomebody(Choice choice) {
        return choice.stance() == Choice.Stance.NEVER
                && (choice.subject() instanceof Subject.OfPerson || choice.subject() instanceof Subject.OfPair);
    }

    @Override
    public long revision() {
        return database.read(Showable::revision);
    }

    @Override
    public Choice add(Choice.Stance stance, Subject subject, String note) {
        return addAll(List.of(new ChoiceFile.Entry(stance, subject, note))).getFirst();
    }

    @Override
    public List<Choice> addAll(List<ChoiceFile.Entry> entries) {
        return database.writeDurable(session -> {
            List<Choice> made = new ArrayList<>();
            for (ChoiceFile.Entry entry : entries) {
                made.add(add(session, entry));
            }
            Showable.grow(session);
            return List.copyOf(made);
        });
    }

    private Choice add(Session session, ChoiceFile.Entry entry) throws SQLException {
        String stance = entry.stance().name();
        String subject = Merging.present(session, entry.subject()).toText();
        session.update("""
                INSERT INTO choice (stance, subject, note, at) VALUES (?, ?, ?, ?)
                ON CONFLICT (stance, subject) WHERE removed_at IS NULL DO UPDATE SET note = excluded.note""", stance, subject, entry.note(), clock.millis());
        return session.one(CHOICE + "AND stance = ? AND subject = ?", SqlChoices::choice, stance, subject)
                .orElseThrow();
    }

    /** Lets choices of some stances on a subject stand, and no others. What stands already keeps its note. */
    static void stand(Session session, Subject subject, Set<Choice.Stance> stances, long now) throws SQLException {
        for (Choice.Stance stance : Choice.Stance.values()) {
            if (stances.contains(stance)) {
                session.update("""
                        INSERT INTO choice (stance, subject, note, at) VALUES (?, ?, '', ?)
                        ON CONFLICT (stance, subject) WHERE removed_at IS NULL DO NOTHING""", stance.name(), subject.toText(), now);
            } else {
                takeBack(session, stance, subject, now);
            }
        }
    }

    static void takeBack(Session session, Choice.Stance stance, Subject subject, long now) throws SQLException {
        session.update(
                "UPDATE choice SET removed_at = ? WHERE removed_at IS NULL AND stance = ? AND subject = ?",
                now,
                stance.name(),
                subject.toText());
    }

    @Override
    public boolean remove(long id) {
        return removeAll(List.of(id)) > 0;
    }

    @Override
    public int removeAll(Collection<Long> ids) {
        return database.writeDurable(session -> {
            int removed = 0;
            for (long id : ids) {
                removed += session.update(
                        "UPDATE choice SET removed_at = ? WHERE id = ? AND removed_at IS NULL", clock.millis(), id);
            }
            if (removed > 0) {
                Showable.grow(session);
            }
            return removed;
        });
    }

    static Choice choice(ResultSet row) throws SQLException {
        return new Choice(
                row.getLong(1),
                Choice.Stance.valueOf(row.getString(2)),
                Subject.parse(row.getString(3)),
                row.getString(4),
                Instant.ofEpochMilli(row.getLong(5)));
    }
}
