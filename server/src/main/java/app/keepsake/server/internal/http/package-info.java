@NullMarked
package app.keepsake.server.internal.http;

import org.jspecify.annotations.NullMarked;
