package app.keepsake.server.internal.api;

import app.keepsake.server.internal.wire.Json;
import app.keepsake.server.internal.work.ServiceJob;
import io.javalin.http.sse.SseClient;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/** Tells browsers how far work is, as server-sent events of the name "job". */
final class Events implements AutoCloseable {
    private static final int BEAT_SECONDS = 20;
    private static final int MOST_CLIENTS = 200;

    private final Function<ServiceJob, Object> told;
    private final Map<SseClient, BooleanSupplier> clients = new ConcurrentHashMap<>();
    private final ScheduledExecutorService sender = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("events").daemon().factory());

    /** @param told what anyone who listens may be told of work */
    Events(Function<ServiceJob, Object> told) {
        this.told = told;
        boolean ignored = sender.scheduleWithFixedDelay(this::beat, BEAT_SECONDS, BEAT_SECONDS, TimeUnit.SECONDS)
                .isDone();
    }

    /** @param open whether the client may still be told, asked again and again */
    void join(SseClient client, BooleanSupplier open) {
        if (clients.size() >= MOST_CLIENTS) {
            client.close();
            return;
        }
        client.keepAlive();
        clients.put(client, open);
        client.onClose(() -> clients.remove(client));
        client.sendComment("welcome");
        // Who left while this one joined found nobody to dismiss.
        dismiss();
    }

    void publish(ServiceJob job) {
        if (!clients.isEmpty() && !sender.isShutdown()) {
            sender.execute(() -> {
                dismiss();
                String text = Json.text(told.apply(job));
                clients.keySet().forEach(client -> client.sendEvent("job", text));
            });
        }
    }

    /** Ends the streams of those who may not be told any more. */
    void dismiss() {
        clients.forEach((client, open) -> {
            if (!open.getAsBoolean()) {
                clients.remove(client);
                client.close();
            }
        });
    }

    private void beat() {
        dismiss();
        clients.keySet().forEach(client -> client.sendComment("beat"));
        clients.keySet().removeIf(SseClient::terminated);
    }

    @Override
    public void close() {
        sender.shutdownNow();
        clients.keySet().forEach(SseClient::close);
    }
}
