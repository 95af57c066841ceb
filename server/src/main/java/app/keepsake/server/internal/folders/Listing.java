package app.keepsake.server.internal.folders;

import java.util.List;

/**
 * What lies in a folder.
 *
 * @param folder as it is called in truth, no link among its parents
 * @param asked as it was asked for, where that leads here by a link; else empty
 * @param parent the folder that it lies in; empty where the tree begins
 * @param entries by name, at most {@link FolderTree#MOST}
 * @param more whether there are others
 */
public record Listing(String folder, String asked, String parent, List<Entry> entries, boolean more) {}
