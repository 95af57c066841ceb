/** The library of sample photos and clips that the demo shows. */
@NullMarked
package app.keepsake.cli.demo;

import org.jspecify.annotations.NullMarked;
