/**
 * Speaks HTTP with people, pages and tools: checks what they hand in, puts it into the inbox, and
 * shows what the view and the log say. Decides nothing.
 */
@NullMarked
package errand.orchestrator.web;

import org.jspecify.annotations.NullMarked;
