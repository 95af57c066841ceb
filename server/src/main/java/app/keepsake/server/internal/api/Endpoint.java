package app.keepsake.server.internal.api;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.util.List;

/**
 * One operation of the API: the routes and the API's description are both made of these.
 *
 * @param path with parameters in braces
 * @param summary one sentence
 * @param access who may call it
 * @param query names of query parameters
 * @param takes record of the JSON body, {@code Void} for none, {@code byte[]} for a file, which the action reads
 * @param gives record of the JSON answer, {@code Void} for none, {@code byte[]} for a file or a stream
 * @param action answers; returns what is written as JSON, unless it is null
 */
public record Endpoint(
        HandlerType method,
        String path,
        String summary,
        Access access,
        List<String> query,
        Class<?> takes,
        Class<?> gives,
        Action action) {
    /** Who may call. */
    public enum Access {
        /** Who has logged in, if there is a password. */
        OWNER,
        /** Everybody who reaches the service. */
        ANYONE
    }

    /** Answers a request. */
    @FunctionalInterface
    public interface Action {
        @org.jspecify.annotations.Nullable
        Object answer(Context context) throws Exception;
    }

    static Endpoint get(String path, String summary, Class<?> gives, Action action) {
        return new Endpoint(HandlerType.GET, path, summary, Access.OWNER, List.of(), Void.class, gives, action);
    }

    static Endpoint post(String path, String summary, Class<?> takes, Class<?> gives, Action action) {
        return new Endpoint(HandlerType.POST, path, summary, Access.OWNER, List.of(), takes, gives, action);
    }

    static Endpoint put(String path, String summary, Class<?> takes, Class<?> gives, Action action) {
        return new Endpoint(HandlerType.PUT, path, summary, Access.OWNER, List.of(), takes, gives, action);
    }

    static Endpoint patch(String path, String summary, Class<?> takes, Class<?> gives, Action action) {
        return new Endpoint(HandlerType.PATCH, path, summary, Access.OWNER, List.of(), takes, gives, action);
    }

    static Endpoint delete(String path, String summary, Action action) {
        return new Endpoint(HandlerType.DELETE, path, summary, Access.OWNER, List.of(), Void.class, Void.class, action);
    }

    Endpoint forAnyone() {
        return new Endpoint(method, path, summary, Access.ANYONE, query, takes, gives, action);
    }

    Endpoint withQuery(String... names) {
        return new Endpoint(method, path, summary, access, List.of(names), takes, gives, action);
    }
}
