/**
 * Vendors on this machine, as their documents describe them: each checks keys and signatures by
 * rules of its own, written without the code that it tests. They know no agent.
 */
@NullMarked
package errand.testkit.vendor;

import org.jspecify.annotations.NullMarked;
