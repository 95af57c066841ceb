package app.keepsake.catalog.internal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Statements on one connection, each prepared once. Not safe for several threads; {@link Database} sees to that. */
final class Session implements AutoCloseable {
    /** Reads one row. */
    interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** Looks at one row. */
    interface Visitor {
        void visit(ResultSet row) throws SQLException;
    }

    private final Connection connection;
    private final Map<String, PreparedStatement> prepared = new HashMap<>();

    Session(Connection connection) {
        this.connection = connection;
    }

    Connection connection() {
        return connection;
    }

    /** Does work in one transaction, which an exception takes back. */
    <T> T transaction(Database.Work<T> work) throws SQLException {
        connection.setAutoCommit(false);
        try {
            T result = work.apply(this);
            connection.commit();
            return result;
        } finally {
            // Does nothing after a commit.
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    int update(String sql, @Nullable Object... values) throws SQLException {
        return bind(sql, values).executeUpdate();
    }

    <T> Optional<T> one(String sql, Row<T> row, @Nullable Object... values) throws SQLException {
        List<T> all = list(sql, row, values);
        return all.isEmpty() ? Optional.empty() : Optional.of(all.getFirst());
    }

    /** The one number that the query gives. */
    long number(String sql, @Nullable Object... values) throws SQLException {
        return one(sql, row -> row.getLong(1), values).orElseThrow();
    }

    <T> List<T> list(String sql, Row<T> row, @Nullable Object... values) throws SQLException {
        List<T> all = new ArrayList<>();
        each(sql, result -> all.add(row.read(result)), values);
        return all;
    }

    void each(String sql, Visitor visitor, @Nullable Object... values) throws SQLException {
        try (ResultSet result = bind(sql, values).executeQuery()) {
            while (result.next()) {
                visitor.visit(result);
            }
        }
    }

    private PreparedStatement bind(String sql, @Nullable Object... values) throws SQLException {
        PreparedStatement statement = prepared.get(sql);
        if (statement == null) {
            statement = connection.prepareStatement(sql);
            prepared.put(sql, statement);
        }
        for (int i = 0; i < values.length; i++) {
            // PostgreSQL has no texts with a zero in them, which metadata of photos sometimes have at their ends.
            statement.setObject(i + 1, values[i] instanceof String text ? text.replace("\0", "") : values[i]);
        }
        return statement;
    }

    @Override
    public void close() throws SQLException {
        for (PreparedStatement statement : prepared.values()) {
            statement.close();
        }
        connection.close();
    }
}
