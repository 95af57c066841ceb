package app.keepsake.server.internal.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.keepsake.server.internal.wire.Problem;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

final class AttemptsTest {
    private Instant now = Instant.EPOCH;
    private final Attempts attempts = new Attempts(new Clock() {
        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }
    });

    private void fail(String address) {
        assertThat(attempts.isRight(address, () -> false)).isFalse();
    }

    private void assertShut(String address) {
        assertThatThrownBy(() -> attempts.isRight(address, () -> true))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("five minutes");
    }

    @Test
    void shutsAfterFiveOfAnAddressUntilTheyAreOld() {
        for (int i = 0; i < 5; i++) {
            fail("192.0.2.1");
            now = now.plus(Duration.ofMinutes(1));
        }
        assertShut("192.0.2.1");
        assertThat(attempts.isRight("192.0.2.2", () -> true)).isTrue();
        now = now.plus(Duration.ofSeconds(1));
        assertThat(attempts.isRight("192.0.2.1", () -> true)).isTrue();
    }

    @Test
    void shutsAfterFiftyOfAll() {
        for (int i = 0; i < 50; i++) {
            fail("192.0.2." + i);
        }
        assertShut("198.51.100.1");
        now = now.plus(Duration.ofMinutes(5)).plusMillis(1);
        assertThat(attempts.isRight("198.51.100.1", () -> true)).isTrue();
    }

    @Test
    void takesAddressesOfOneCustomerForOne() {
        for (int i = 1; i <= 5; i++) {
            fail("2001:db8:1:2::" + i);
        }
        assertShut("2001:db8:1:2:ffff::1");
        assertThat(attempts.isRight("2001:db8:1:3::1", () -> true)).isTrue();
    }

    @Test
    void countsAGuessThatCannotBeJudged() {
        for (int i = 0; i < 5; i++) {
            assertThatThrownBy(() -> attempts.isRight("192.0.2.1", () -> {
                        throw new IllegalStateException("no memory");
                    }))
                    .isInstanceOf(IllegalStateException.class);
        }
        assertShut("192.0.2.1");
    }
}
