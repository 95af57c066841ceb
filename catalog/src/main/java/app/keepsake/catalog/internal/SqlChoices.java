package app.keepsake.catalog.internal;

import app.keepsake.catalog.Choice;
import app.keepsake.catalog.Choices;
import app.keepsake.catalog.Subject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** Choices; those taken back stay in the table, out of force. */
final class SqlChoices implements Choices {
    private static final String CHOICE = "SELECT id, stance, subject, note, at FROM choice WHERE removed_at IS NULL ";

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
    public Choice add(Choice.Stance stance, Subject subject, String note) {
        return database.say(session -> {
            session.update("""
                    INSERT INTO choice (stance, subject, note, at) VALUES (?, ?, ?, ?)
                    ON CONFLICT (stance, subject) WHERE removed_at IS NULL DO UPDATE SET note = excluded.note""", stance.name(), subject.toText(), note, clock.millis());
            return session.one(
                            CHOICE + "AND stance = ? AND subject = ?",
                            SqlChoices::choice,
                            stance.name(),
                            subject.toText())
                    .orElseThrow();
        });
    }

    @Override
    public boolean remove(long id) {
        return database.say(session -> session.update(
                        "UPDATE choice SET removed_at = ? WHERE id = ? AND removed_at IS NULL", clock.millis(), id)
                > 0);
    }

    private static Choice choice(ResultSet row) throws SQLException {
        return new Choice(
                row.getLong(1),
                Choice.Stance.valueOf(row.getString(2)),
                Subject.parse(row.getString(3)),
                row.getString(4),
                Instant.ofEpochMilli(row.getLong(5)));
    }
}
