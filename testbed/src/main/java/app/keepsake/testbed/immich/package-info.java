/**
 * A stand-in for an Immich server: simulated, of what Immich's API says of the operations that Keepsake asks for. It keeps
 * its assets in memory, demands that each request is as the API describes it, and fails on purpose.
 */
@NullMarked
package app.keepsake.testbed.immich;

import org.jspecify.annotations.NullMarked;
