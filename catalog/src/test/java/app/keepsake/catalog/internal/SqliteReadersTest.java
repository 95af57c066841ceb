package app.keepsake.catalog.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.keepsake.testbed.Patience;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

final class SqliteReadersTest {
    private final List<Connection> made = new ArrayList<>();
    private final SqliteReaders readers = new SqliteReaders(this::connect);

    private synchronized Connection connect() throws SQLException {
        Connection connection = DriverManager.getConnection("jdbc:sqlite::memory:");
        made.add(connection);
        return connection;
    }

    private synchronized List<Connection> made() {
        return List.copyOf(made);
    }

    private long number(String query) throws SQLException {
        return readers.read(session -> session.number(query));
    }

    @Test
    void oneOnWhichSomethingFailedIsClosedAndNotUsedAgain() throws SQLException {
        assertThat(number("SELECT 1")).isEqualTo(1);
        assertThat(readers.idle()).isEqualTo(1);
        assertThatThrownBy(() -> number("SELECT 1 FROM nowhere")).isInstanceOf(SQLException.class);
        assertThat(readers.idle()).isZero();
        assertThat(made().getFirst().isClosed()).isTrue();
        assertThat(number("SELECT 2")).isEqualTo(2);
        assertThat(made()).hasSize(2);
        readers.close();
    }

    @Test
    void aCrowdLeavesFewBehind() throws Exception {
        int crowd = 40;
        CountDownLatch all = new CountDownLatch(crowd);
        try (ExecutorService threads = Executors.newFixedThreadPool(crowd)) {
            List<Future<Long>> reading = new ArrayList<>();
            for (int i = 0; i < crowd; i++) {
                reading.add(threads.submit(() -> readers.read(session -> {
                    all.countDown();
                    try {
                        all.await();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                    return session.number("SELECT 1");
                })));
            }
            for (Future<Long> one : reading) {
                assertThat(one.get()).isEqualTo(1);
            }
        }
        assertThat(readers.idle()).isBetween(1, 16);
        int open = 0;
        for (Connection connection : made()) {
            open += connection.isClosed() ? 0 : 1;
        }
        assertThat(open).isEqualTo(readers.idle());
        readers.close();
        assertThat(readers.idle()).isZero();
    }

    @Test
    void whoComesWhenAllReadWaitsForATurn() throws Exception {
        int most = 128;
        AtomicInteger reading = new AtomicInteger();
        CountDownLatch end = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> all = new ArrayList<>();
            for (int i = 0; i < most + 20; i++) {
                all.add(threads.submit(() -> readers.read(session -> {
                    int beside = reading.incrementAndGet();
                    try {
                        end.await();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                    reading.decrementAndGet();
                    return beside;
                })));
            }
            Patience.until("all turns are taken", () -> reading.get() == most);
            end.countDown();
            for (Future<Integer> one : all) {
                assertThat(one.get()).isLessThanOrEqualTo(most);
            }
        }
        readers.close();
    }
}
