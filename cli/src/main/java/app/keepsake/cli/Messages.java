package app.keepsake.cli;

import app.keepsake.catalog.DiskFull;

/** One clear line for an exception that reaches the user. */
final class Messages {
    private Messages() {}

    static String of(Throwable problem) {
        return DiskFull.in(problem).orElseGet(() -> said(problem));
    }

    private static String said(Throwable problem) {
        String text = problem.getMessage();
        return text == null || text.isBlank()
                ? "Unexpected %s. With --verbose it tells where."
                        .formatted(problem.getClass().getSimpleName())
                : text;
    }
}
