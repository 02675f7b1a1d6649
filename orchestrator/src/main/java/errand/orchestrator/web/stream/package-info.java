/**
 * Conversations as they happen: the tail of {@code conversation.events}, its past by offset, and
 * what a page is told of it. Knows nothing of HTTP.
 */
@NullMarked
package errand.orchestrator.web.stream;

import org.jspecify.annotations.NullMarked;
