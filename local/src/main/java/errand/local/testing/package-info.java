/** Sums up what tests did; knows Surefire's reports and nothing else. */
@NullMarked
package errand.local.testing;

import org.jspecify.annotations.NullMarked;
