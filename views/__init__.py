"""What a person sees: page scripts that ask and show, and the pure pieces they are made of."""
