"""Which lines of a page are the article's: pages in, trees and a model card out."""
