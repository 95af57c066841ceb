/**
 * Nextcloud, by WebDAV with an app password: files by its search (RFC 5323), albums of its Photos, faces of its Recognize.
 * Source: the developer manual's "WebDAV" chapters.
 */
@NullMarked
package app.keepsake.sources.internal.nextcloud;

import org.jspecify.annotations.NullMarked;
