package app.keepsake.testbed.immich;

import java.util.concurrent.atomic.AtomicInteger;

/** What goes wrong on purpose. Zero for never. Thread-safe. */
public final class Faults {
    private final AtomicInteger requests = new AtomicInteger();
    private volatile int refuseEach;
    private volatile int failEach;
    private volatile int cutEach;
    private volatile int retryAfter = 1;
    private volatile boolean away;

    /** What becomes of a request. */
    enum Fate {
        ANSWERED,
        /** 429, with when to come again. */
        TURNED_AWAY,
        /** 500. */
        FAILED,
        /** The connection ends in the middle of the answer. */
        CUT
    }

    /** Each so-manieth request is one too many: 429, to be sent again after so many seconds. */
    public void turnAwayEach(int requestsBetween, int seconds) {
        refuseEach = requestsBetween;
        retryAfter = seconds;
    }

    /** Each so-manieth request fails: 500. */
    public void failEach(int requestsBetween) {
        failEach = requestsBetween;
    }

    /** The connection of each so-manieth request is cut. */
    public void cutEach(int requestsBetween) {
        cutEach = requestsBetween;
    }

    /** All requests fail. */
    public void goAway(boolean isAway) {
        away = isAway;
    }

    /** Nothing goes wrong any more. */
    public void end() {
        refuseEach = 0;
        failEach = 0;
        cutEach = 0;
        away = false;
    }

    int retryAfter() {
        return retryAfter;
    }

    Fate next() {
        int number = requests.incrementAndGet();
        if (away) {
            return Fate.FAILED;
        }
        if (isTurn(refuseEach, number)) {
            return Fate.TURNED_AWAY;
        }
        if (isTurn(failEach, number)) {
            return Fate.FAILED;
        }
        return isTurn(cutEach, number) ? Fate.CUT : Fate.ANSWERED;
    }

    private static boolean isTurn(int each, int number) {
        return each > 0 && number % each == 0;
    }
}
