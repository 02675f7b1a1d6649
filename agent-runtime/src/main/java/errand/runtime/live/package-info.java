/**
 * What adapters to real vendors share: secrets, HTTP with time-outs, errors that say what to do.
 */
@NullMarked
package errand.runtime.live;

import org.jspecify.annotations.NullMarked;
