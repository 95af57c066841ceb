package app.keepsake.catalog.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

final class SessionTest {
    @Test
    void aRollbackThatFailsIsToldBesideItsReason() throws SQLException {
        IllegalStateException reason = new IllegalStateException("the reason");
        try (Session session = new Session(DriverManager.getConnection("jdbc:sqlite::memory:"))) {
            assertThatThrownBy(() -> Transactions.run(session, "BEGIN", same -> {
                        same.connection().close();
                        throw reason;
                    }))
                    .isSameAs(reason);
        }
        assertThat(reason.getSuppressed()).singleElement().isInstanceOf(SQLException.class);
    }
}
