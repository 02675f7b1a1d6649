/** Free text, Chinese and English, over things of a world that fits into memory. */
@NullMarked
package errand.runtime.sandbox.search;

import org.jspecify.annotations.NullMarked;
