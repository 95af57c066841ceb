package app.keepsake.server.internal.http;

import io.javalin.http.Context;
import java.io.IOException;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.eclipse.jetty.io.AbstractEndPoint;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;

/**
 * Who waits for an answer: whoever makes it learns when they have gone. While an answer is made nothing is read from a
 * connection, so that its end is not seen; here its end is waited for meanwhile.
 */
public final class Caller {
    private static final Exception ANSWERED = new Exception("It is answered.");

    private Caller() {}

    /**
     * Does work on this thread, which is interrupted when the caller closes the connection. The request's body must have
     * been read.
     */
    public static <T> T served(Context context, Supplier<T> work) {
        EndPoint end = ServletContextRequest.getServletContextRequest(context.req())
                .getConnectionMetaData()
                .getConnection()
                .getEndPoint();
        if (!(end instanceof AbstractEndPoint connection)) {
            return work.get();
        }
        Watch watch = new Watch(connection, Thread.currentThread());
        watch.begin();
        try {
            return work.get();
        } finally {
            if (watch.end()) {
                context.header("Connection", "close");
            }
        }
    }

    /** Waits until there is something to read, which after a whole request is the end. */
    private static final class Watch implements Callback {
        private final AbstractEndPoint connection;
        private final Thread working;
        private boolean over;
        private boolean gone;
        private boolean asksAgain;

        Watch(AbstractEndPoint connection, Thread working) {
            this.connection = connection;
            this.working = working;
        }

        synchronized void begin() {
            if (!over) {
                // Says no where another waits already, who then learns of the end.
                boolean ignored = connection.tryFillInterested(this);
            }
        }

        /** Watches no more; whether something was read that the next request began with. */
        synchronized boolean end() {
            if (!over) {
                over = true;
                boolean ignored = connection.getFillInterest().onFail(ANSWERED);
            }
            if (gone) {
                // Who was to be interrupted has ended; what this thread does next is another's.
                boolean ignored = Thread.interrupted();
            }
            return asksAgain;
        }

        @Override
        public synchronized void succeeded() {
            if (over) {
                return;
            }
            int read = read();
            if (read == 0) {
                begin();
                return;
            }
            over = true;
            asksAgain = read > 0;
            gone = read < 0;
            if (gone) {
                working.interrupt();
            }
        }

        private int read() {
            try {
                return connection.fill(BufferUtil.allocate(1));
            } catch (IOException broken) {
                return -1;
            }
        }

        @Override
        public void failed(Throwable why) {
            if (why instanceof TimeoutException) {
                begin();
            }
        }

        @Override
        public InvocationType getInvocationType() {
            return InvocationType.NON_BLOCKING;
        }
    }
}
