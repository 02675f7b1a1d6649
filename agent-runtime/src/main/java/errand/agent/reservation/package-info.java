/** What agents speak that keep something for a person, first for a while and then for good. */
@NullMarked
package errand.agent.reservation;

import org.jspecify.annotations.NullMarked;
