/** Paying as the agent speaks of it: the port, and what goes in and out. */
@NullMarked
package errand.alipay.wallet;

import org.jspecify.annotations.NullMarked;
