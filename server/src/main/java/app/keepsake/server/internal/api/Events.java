package app.keepsake.server.internal.api;

import app.keepsake.server.internal.work.Job;
import io.javalin.http.sse.SseClient;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Tells browsers how far work is, as server-sent events of the name "job". */
final class Events implements AutoCloseable {
    private static final int BEAT_SECONDS = 20;
    private static final int MOST_CLIENTS = 200;

    private final Set<SseClient> clients = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService sender = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("events").daemon().factory());

    Events() {
        boolean ignored = sender.scheduleWithFixedDelay(this::beat, BEAT_SECONDS, BEAT_SECONDS, TimeUnit.SECONDS)
                .isDone();
    }

    void join(SseClient client) {
        if (clients.size() >= MOST_CLIENTS) {
            client.close();
            return;
        }
        client.keepAlive();
        clients.add(client);
        client.onClose(() -> clients.remove(client));
        client.sendComment("welcome");
    }

    void tell(Job job) {
        if (!clients.isEmpty() && !sender.isShutdown()) {
            String text = Json.text(FilmRoutes.JobTold.of(job));
            sender.execute(() -> clients.forEach(client -> client.sendEvent("job", text)));
        }
    }

    private void beat() {
        clients.forEach(client -> client.sendComment("beat"));
        clients.removeIf(SseClient::terminated);
    }

    @Override
    public void close() {
        sender.shutdownNow();
        clients.forEach(SseClient::close);
    }
}
