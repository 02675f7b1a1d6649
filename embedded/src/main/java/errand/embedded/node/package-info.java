/** Scripts for node, run from Java by tests of several houses; knows nothing of what they do. */
@NullMarked
package errand.embedded.node;

import org.jspecify.annotations.NullMarked;
