/**
 * What an author of agents begins with: a module that works, and the parts of this clone that it
 * compiles against. Knows nothing of what runs.
 */
@NullMarked
package errand.local.author;

import org.jspecify.annotations.NullMarked;
