/** Tools that know nothing of Errand read and write its topics. */
@NullMarked
package errand.schemas.interop;

import org.jspecify.annotations.NullMarked;
