package app.keepsake.server.internal.wire;

/** A request that cannot be answered as asked. The message is one sentence for people, and says what to do. */
public final class Problem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;

    /**
     * @param status of HTTP
     * @param code a word for programs, for example "not-found"
     */
    public Problem(int status, String code, String message) {
        super(message, null, false, false);
        this.status = status;
        this.code = code;
    }

    public static Problem notFound(String what, Object name) {
        return new Problem(404, "not-found", "Expected %s, found none of the name %s.".formatted(what, name));
    }

    public static Problem invalid(String message) {
        return new Problem(400, "invalid", message);
    }

    public int status() {
        return status;
    }

    public String code() {
        return code;
    }

    /** The one shape of errors. */
    public Shape shape() {
        return new Shape(new ProblemView(status, code, String.valueOf(getMessage())));
    }

    /** What a client gets. */
    public record Shape(ProblemView error) {}

    /** An error as a client sees it. */
    @SchemaName("ProblemTold")
    public record ProblemView(int status, String code, String message) {}
}
