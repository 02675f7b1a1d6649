/**
 * Everything on one machine, and the {@code errand} command; knows which services there are and
 * nothing of what they do.
 */
@NullMarked
package errand.local;

import org.jspecify.annotations.NullMarked;
