/** Folders of this machine as a person chooses among them: names and kinds, never what is in files. */
@NullMarked
package app.keepsake.server.internal.folders;

import org.jspecify.annotations.NullMarked;
