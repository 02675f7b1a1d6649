/** The topics that services share: names, keys, what they carry and how long it is kept. */
@NullMarked
package errand.schemas;

import org.jspecify.annotations.NullMarked;
