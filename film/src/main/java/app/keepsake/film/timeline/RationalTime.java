package app.keepsake.film.timeline;

import java.time.Duration;

/**
 * An exact time or length: {@code value / rate} seconds.
 *
 * @param value number of units
 * @param rate units a second, at least 1
 */
public record RationalTime(long value, int rate) implements Comparable<RationalTime> {
    public RationalTime {
        if (rate < 1) {
            throw new IllegalArgumentException("A time's rate must be at least 1 a second, found %d.".formatted(rate));
        }
    }

    /** The largest time at a rate that is not after the given one. */
    public static RationalTime floor(Duration time, int rate) {
        long whole = Math.multiplyExact(time.getSeconds(), (long) rate);
        return new RationalTime(whole + Math.floorDiv((long) time.getNano() * rate, 1_000_000_000L), rate);
    }

    public double seconds() {
        return (double) value / rate;
    }

    /** The same time, rounded down to nanoseconds. */
    public Duration duration() {
        long whole = Math.floorDiv(value, rate);
        return Duration.ofSeconds(whole, (value - whole * rate) * 1_000_000_000L / rate);
    }

    public RationalTime plus(RationalTime other) {
        return sameRate(other, Math.addExact(value, other.value));
    }

    public RationalTime minus(RationalTime other) {
        return sameRate(other, Math.subtractExact(value, other.value));
    }

    private RationalTime sameRate(RationalTime other, long result) {
        if (rate != other.rate) {
            throw new IllegalArgumentException(
                    "Times of one timeline share one rate, found %d and %d a second.".formatted(rate, other.rate));
        }
        return new RationalTime(result, rate);
    }

    @Override
    public int compareTo(RationalTime other) {
        return Long.compare(Math.multiplyExact(value, (long) other.rate), Math.multiplyExact(other.value, (long) rate));
    }
}
