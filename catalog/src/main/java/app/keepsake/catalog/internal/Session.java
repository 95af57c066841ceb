package app.keepsake.catalog.internal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Statements on one connection, each prepared once. Not safe for several threads; databases see to that. */
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

    /** Runs a statement that is not prepared. */
    void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
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
        each(sql, result -> all.add(read(row, result)), values);
        return all;
    }

    /**
     * Reads a join, whose rows are one parent's after the other's, in one statement: all of it is of the same moment.
     *
     * @param child tells nothing where a parent has none
     */
    <P, C, T> List<T> joined(
            String sql,
            Row<P> parent,
            Row<Optional<C>> child,
            BiFunction<P, List<C>, T> together,
            @Nullable Object... values)
            throws SQLException {
        record Family<P, C>(P parent, List<C> children) {}
        List<Family<P, C>> families = new ArrayList<>();
        each(
                sql,
                row -> {
                    P one = read(parent, row);
                    if (families.isEmpty() || !families.getLast().parent.equals(one)) {
                        families.add(new Family<>(one, new ArrayList<>()));
                    }
                    read(child, row).ifPresent(families.getLast().children::add);
                },
                values);
        return families.stream()
                .map(family -> together.apply(family.parent, family.children))
                .toList();
    }

    /** @throws SQLException also when the columns hold what nobody wrote there */
    static <T> T read(Row<T> row, ResultSet columns) throws SQLException {
        try {
            return row.read(columns);
        } catch (IllegalArgumentException | DateTimeException | NullPointerException e) {
            throw new UnreadableRowException(e);
        }
    }

    /** A row that cannot be what was written: the catalog is damaged. */
    static final class UnreadableRowException extends SQLException {
        private static final long serialVersionUID = 1L;

        UnreadableRowException(RuntimeException cause) {
            super("a row cannot be read: " + cause.getMessage(), cause);
        }

        UnreadableRowException(String message) {
            super(message);
        }
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
